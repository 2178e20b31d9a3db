/** One game of the list: who, how much, when; a running one says how far it is. */
import type { GameSummary } from '@bball/contracts';
import { Link } from 'expo-router';
import { Pressable, View } from 'react-native';
import { LiveDot } from '../../components/ui/live-dot.tsx';
import { Text } from '../../components/ui/text.tsx';
import { useFormat, useWords } from '../../lib/i18n/i18n.ts';
import { sideColours } from '../../lib/theme/team-colour.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { radius, space } from '../../lib/theme/tokens.ts';
import { useGameState } from './use-game-state.ts';

export const GameCard = ({ game }: { readonly game: GameSummary }) => {
  const words = useWords();
  const colours = useColours();
  const state = useGameState(game);
  return (
    <Link href={`/games/${game.id}`} asChild>
      <Pressable
        role="link"
        style={{
          backgroundColor: colours.surface,
          borderColor: game.status === 'live' ? colours.live : colours.line,
          borderWidth: 1,
          borderRadius: radius.card,
          padding: space.m,
          gap: space.s,
        }}
      >
        <View style={{ flexDirection: 'row', justifyContent: 'space-between', alignItems: 'center', minHeight: 20 }}>
          {game.status === 'live' ? <LiveDot label={words.game.live} /> : <When game={game} />}
          <Text size="caption" weight="600" tone={game.status === 'live' ? 'text' : 'muted'}>
            {state}
          </Text>
        </View>
        <TeamLine game={game} side="home" />
        <TeamLine game={game} side="away" />
      </Pressable>
    </Link>
  );
};

const When = ({ game }: { readonly game: GameSummary }) => {
  const format = useFormat();
  const words = useWords();
  const parts = [game.startsAt === null ? words.games.undated : format.time(game.startsAt), game.venue].filter(Boolean);
  return (
    <Text size="caption" tone="muted" numberOfLines={1} style={{ flexShrink: 1, marginRight: space.s }}>
      {parts.join(' · ')}
    </Text>
  );
};

const TeamLine = ({ game, side }: { readonly game: GameSummary; readonly side: 'home' | 'away' }) => {
  const palette = useColours();
  const team = game[side];
  const colour = sideColours(game.home.colour, game.away.colour, palette)[side];
  const other = side === 'home' ? 'away' : 'home';
  const hasWon = game.status === 'final' && game.score !== null && game.score[side] > game.score[other];
  const hasLost = game.status === 'final' && game.score !== null && game.score[side] < game.score[other];
  return (
    <View style={{ flexDirection: 'row', alignItems: 'center', gap: space.s }}>
      <View style={{ width: 6, height: 26, borderRadius: 3, backgroundColor: colour }} />
      <Text weight={hasWon ? '700' : '500'} tone={hasLost ? 'muted' : 'text'} numberOfLines={1} style={{ flex: 1 }}>
        {team.name}
      </Text>
      {game.score !== null && (
        <Text size="title" weight={hasLost ? '400' : '800'} tone={hasLost ? 'muted' : 'text'}>
          {game.score[side]}
        </Text>
      )}
    </View>
  );
};
