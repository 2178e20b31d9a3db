/** Points by period, and the sum. */
import type { GameState } from '@bball/engine';
import { View } from 'react-native';
import { Text } from '../../components/ui/text.tsx';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useRules, useSides } from '../../lib/live-game/game-context.tsx';
import { space } from '../../lib/theme/tokens.ts';

export const LineScore = ({ game }: { readonly game: GameState }) => {
  const words = useWords();
  const sides = useSides();
  const { count } = useRules().periods;
  const said = new Map(game.periods.map((period) => [period.period, period]));
  const periods = Array.from({ length: Math.max(count, ...said.keys()) }, (_, at) => at + 1);
  const cell = (text: string | number, isStrong = false) => (
    <Text
      size="table"
      align="right"
      weight={isStrong ? '800' : '400'}
      tone={isStrong ? 'text' : 'muted'}
      role="cell"
      style={{ flex: 1 }}
    >
      {text}
    </Text>
  );
  const row = (side: 'home' | 'away') => (
    <View role="row" style={{ flexDirection: 'row', minHeight: 24, alignItems: 'center' }}>
      <Text size="table" weight="700" role="rowheader" style={{ width: 56 }}>
        {sides[side].shortName}
      </Text>
      {periods.map((period) => (
        <View key={period} style={{ flex: 1 }}>
          {cell(said.get(period)?.[side] ?? '–')}
        </View>
      ))}
      <View style={{ flex: 1.2 }}>{cell(game.score[side], true)}</View>
    </View>
  );
  return (
    <View role="table" aria-label={words.game.scoreByPeriod} style={{ gap: space.xs / 2 }}>
      <View role="row" style={{ flexDirection: 'row' }}>
        <Text size="caption" role="columnheader" aria-label={words.teams.view} style={{ width: 56 }} />
        {[...periods.map((period) => words.game.period(period, count)), words.game.total].map((title, at) => (
          <Text
            key={title}
            size="caption"
            tone="muted"
            align="right"
            role="columnheader"
            style={{ flex: at === periods.length ? 1.2 : 1 }}
          >
            {title}
          </Text>
        ))}
      </View>
      {row('home')}
      {row('away')}
    </View>
  );
};
