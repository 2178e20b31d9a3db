/** One side of the score bug: who, how much, fouls, bonus, timeouts, the ball. */
import type { GameState } from '@bball/engine';
import { View } from 'react-native';
import { Text } from '../../components/ui/text.tsx';
import { dash, useWords } from '../../lib/i18n/i18n.ts';
import { useRules, useSides } from '../../lib/live-game/game-context.tsx';
import { inkOn } from '../../lib/theme/team-colour.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { radius, space } from '../../lib/theme/tokens.ts';
import { Pips } from './pips.tsx';
import { useCountUp } from './use-count-up.ts';

type BugTeamProps = { readonly side: 'home' | 'away'; readonly game: GameState; readonly isWide: boolean };

export const BugTeam = ({ side, game, isWide }: BugTeamProps) => {
  const team = useSides()[side];
  const shown = useCountUp(game.score[side]);
  const isHome = side === 'home';
  const other = isHome ? game.score.away : game.score.home;
  const isBehind = game.status === 'final' && game.score[side] < other;
  return (
    <View style={{ flex: 1, gap: space.xs, alignItems: isHome ? 'flex-start' : 'flex-end' }}>
      <View
        style={{ flexDirection: isHome ? 'row' : 'row-reverse', alignItems: 'center', gap: space.s, maxWidth: '100%' }}
      >
        <View
          style={{
            backgroundColor: team.colour,
            borderRadius: radius.control - 3,
            paddingHorizontal: 7,
            paddingVertical: 2,
            minWidth: 44,
          }}
        >
          <Text size="table" weight="800" colour={inkOn(team.colour)} align="center">
            {team.shortName}
          </Text>
        </View>
        {isWide && (
          <Text size="body" weight="600" numberOfLines={1} style={{ flexShrink: 1 }}>
            {team.name}
          </Text>
        )}
        <Ball has={game.possession === team.id && game.status === 'live'} isHome={isHome} team={team.shortName} />
      </View>
      <Text
        size="score"
        tone={isBehind ? 'muted' : 'text'}
        testID={`score-${side}`}
        style={isWide ? { fontSize: 40, lineHeight: 44 } : undefined}
      >
        {game.status === 'scheduled' ? dash : shown}
      </Text>
      <Counts side={side} game={game} isWide={isWide} />
    </View>
  );
};

const Ball = ({ has, isHome, team }: { readonly has: boolean; readonly isHome: boolean; readonly team: string }) => {
  const words = useWords();
  return has ? (
    <Text size="table" tone="accent" weight="800" role="img" aria-label={words.game.ballSay(team)}>
      {isHome ? '◂' : '▸'}
    </Text>
  ) : null;
};

type CountsProps = { readonly side: 'home' | 'away'; readonly game: GameState; readonly isWide: boolean };

const Counts = ({ side, game, isWide }: CountsProps) => {
  const words = useWords();
  const rules = useRules();
  const { shortName } = useSides()[side];
  const fouls = game.teamFouls[side];
  const timeouts = game.timeoutsLeft[side];
  const isMirrored = side === 'away';
  const direction = isMirrored ? 'row-reverse' : 'row';
  if (game.status !== 'live') return null;
  return (
    <View
      style={{
        flexDirection: isWide ? direction : 'column',
        alignItems: isWide ? 'center' : isMirrored ? 'flex-end' : 'flex-start',
        gap: isWide ? space.m : 2,
      }}
    >
      <View style={{ flexDirection: direction, alignItems: 'center', gap: 6, minHeight: 15 }}>
        {fouls !== null && (
          <Pips
            letter="F"
            shape="square"
            filled={fouls}
            of={rules.bonus.rows[0]?.fromTeamFoul ?? 5}
            label={words.game.teamFoulsSay(shortName, fouls)}
            isMirrored={isMirrored}
          />
        )}
        {game.bonus[side] === true && <Bonus label={words.game.bonusSay(shortName)} />}
      </View>
      {timeouts !== null && (
        <Pips
          letter="TO"
          shape="round"
          filled={timeouts}
          of={Math.max(timeouts, 1)}
          label={words.game.timeoutsSay(shortName, timeouts)}
          isMirrored={isMirrored}
        />
      )}
    </View>
  );
};

const Bonus = ({ label }: { readonly label: string }) => {
  const colours = useColours();
  return (
    <View
      accessible
      role="img"
      aria-label={label}
      style={{ borderRadius: 4, backgroundColor: colours.accent, paddingHorizontal: 5 }}
    >
      <Text size="caption" weight="800" tone="onAccent" style={{ fontSize: 11, lineHeight: 15 }}>
        B
      </Text>
    </View>
  );
};
