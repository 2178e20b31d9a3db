/** The break between two periods: its name, the score so far and the points of the period alone. */
import { View } from 'react-native';
import { Text } from '../../components/ui/text.tsx';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';
import type { FeedPeriod } from './feed-entries.ts';
import type { Speech } from './phrases.ts';

export const PeriodHeader = ({ period, speech }: { readonly period: FeedPeriod; readonly speech: Speech }) => {
  const colours = useColours();
  const { words, sides, periods } = speech;
  return (
    <View
      role="heading"
      aria-level={3}
      aria-label={`${words.game.periodLong(period.period, periods)}, ${words.game.scoreSay(sides.home.name, period.score.home, sides.away.name, period.score.away)}`}
      style={{
        flexDirection: 'row',
        alignItems: 'baseline',
        justifyContent: 'space-between',
        backgroundColor: colours.raised,
        paddingHorizontal: space.m,
        paddingVertical: space.s,
        borderBottomWidth: 1,
        borderColor: colours.line,
      }}
    >
      <Text size="table" weight="700">
        {words.game.periodLong(period.period, periods)}
      </Text>
      <Text size="caption" tone="muted">
        {`${sides.home.shortName} `}
        <Text size="table" weight="700">{`${period.score.home}–${period.score.away}`}</Text>
        {` ${sides.away.shortName}   (${period.own.home}–${period.own.away})`}
      </Text>
    </View>
  );
};
