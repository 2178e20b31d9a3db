/** The middle of the score bug: live or final, the period, the clock. */
import type { GameState } from '@bball/engine';
import { View } from 'react-native';
import { LiveDot } from '../../components/ui/live-dot.tsx';
import { Text } from '../../components/ui/text.tsx';
import { clockText } from '../../lib/i18n/game-clock.ts';
import { useFormat, useWords } from '../../lib/i18n/i18n.ts';
import { useGameDetail, useRules } from '../../lib/live-game/game-context.tsx';
import { useShownClock } from './use-shown-clock.ts';

const LiveClock = ({ game }: { readonly game: GameState }) => {
  const words = useWords();
  const rules = useRules();
  const { period, clockMs } = useShownClock();
  const name = words.game.period(Math.max(1, period), rules.periods.count);
  if (game.periodState === 'ended') {
    return (
      <Text size="table" weight="700" align="center">
        {words.game.breakTime(name)}
      </Text>
    );
  }
  return (
    <>
      <Text size="table" weight="600" tone="muted">
        {name}
      </Text>
      <Text size="title" weight="800" testID="clock">
        {clockText(clockMs)}
      </Text>
    </>
  );
};

export const BugCentre = ({ game }: { readonly game: GameState | null }) => {
  const words = useWords();
  const format = useFormat();
  const startsAt = useGameDetail().data?.startsAt ?? null;
  const status = game?.status ?? 'scheduled';
  return (
    <View style={{ alignItems: 'center', minWidth: 92, gap: 2 }}>
      {status === 'live' && game !== null && (
        <>
          <LiveDot label={words.game.live} />
          <LiveClock game={game} />
        </>
      )}
      {status === 'final' && (
        <Text size="body" weight="700">
          {words.game.final}
        </Text>
      )}
      {status === 'scheduled' && (
        <>
          <Text size="table" tone="muted" align="center">
            {startsAt === null ? words.game.scheduled : format.day(startsAt)}
          </Text>
          {startsAt !== null && (
            <Text size="title" weight="800">
              {format.time(startsAt)}
            </Text>
          )}
        </>
      )}
      {game?.officialScore != null && (
        <Text size="caption" tone="muted" align="center">
          {words.game.official(`${game.officialScore.home}–${game.officialScore.away}`)}
        </Text>
      )}
    </View>
  );
};
