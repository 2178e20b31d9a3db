/** The game in detail: points and fouls by period, timeouts, who is on court, how close it was. */
import type { GameState } from '@bball/engine';
import type { ReactNode } from 'react';
import { View } from 'react-native';
import { Sheet } from '../../components/ui/sheet.tsx';
import { Text } from '../../components/ui/text.tsx';
import { dash, useWords } from '../../lib/i18n/i18n.ts';
import { useGameDetail, useNames, useSides, useSnapshot } from '../../lib/live-game/game-context.tsx';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { LineScore } from './line-score.tsx';

const Both = ({
  title,
  home,
  away,
}: {
  readonly title: string;
  readonly home: ReactNode;
  readonly away: ReactNode;
}) => {
  const colours = useColours();
  return (
    <View
      style={{
        flexDirection: 'row',
        gap: space.s,
        paddingVertical: space.s,
        borderTopWidth: 1,
        borderColor: colours.line,
      }}
    >
      <Text size="table" weight="600" style={{ flex: 1 }}>
        {home}
      </Text>
      <Text size="table" tone="muted" align="center" style={{ flex: 1 }}>
        {title}
      </Text>
      <Text size="table" weight="600" align="right" style={{ flex: 1 }}>
        {away}
      </Text>
    </View>
  );
};

export const DetailsSheet = ({ game, onClose }: { readonly game: GameState; readonly onClose: () => void }) => {
  const words = useWords();
  const sides = useSides();
  const names = useNames();
  const venue = useGameDetail().data?.venue ?? null;
  const teams = useSnapshot()?.teams ?? {};
  const fouls = (side: 'home' | 'away') => teams[sides[side].id]?.foulsByPeriod.join(' · ') || dash;
  const onCourt = (side: 'home' | 'away') => game.onCourt[side]?.map((id) => names(id).called).join('\n') || dash;
  const arrow = (side: 'home' | 'away') => (game.arrow === sides[side].id ? (side === 'home' ? '◂' : '▸') : '');
  const lead = (side: 'home' | 'away') => teams[sides[side].id]?.comparison.biggestLead ?? dash;
  return (
    <Sheet title={`${sides.home.name} – ${sides.away.name}`} closeLabel={words.app.close} onClose={onClose}>
      <View style={{ paddingHorizontal: space.l, paddingBottom: space.l, gap: space.m }}>
        {venue !== null && (
          <Text size="table" tone="muted">
            {venue}
          </Text>
        )}
        <LineScore game={game} />
        <View>
          <Both title={words.game.fouls} home={fouls('home')} away={fouls('away')} />
          <Both
            title={words.game.timeouts}
            home={game.timeoutsLeft.home ?? dash}
            away={game.timeoutsLeft.away ?? dash}
          />
          <Both title={words.flow.biggestLead} home={lead('home')} away={lead('away')} />
          <Both title={words.game.leadChanges} home={game.leadChanges} away={game.leadChanges} />
          <Both title={words.game.timesTied} home={game.timesTied} away={game.timesTied} />
          {game.arrow !== null && <Both title={words.game.arrow} home={arrow('home')} away={arrow('away')} />}
          {game.status === 'live' && <Both title={words.game.onCourt} home={onCourt('home')} away={onCourt('away')} />}
        </View>
      </View>
    </Sheet>
  );
};
