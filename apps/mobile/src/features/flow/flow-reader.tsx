/** The read-out: a finger (or a mouse) over the chart, a line where it is, score and clock of that moment above. */
import type { FlowPoint } from '@bball/engine';
import { useState } from 'react';
import { View } from 'react-native';
import { Gesture, GestureDetector } from 'react-native-gesture-handler';
import { Circle, Line } from 'react-native-svg';
import { Text } from '../../components/ui/text.tsx';
import { clockText } from '../../lib/i18n/game-clock.ts';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useRules, useSides } from '../../lib/live-game/game-context.tsx';
import { useColours } from '../../lib/theme/theme.tsx';
import { space } from '../../lib/theme/tokens.ts';
import { FlowChart } from './flow-chart.tsx';
import { pointAt, xOf, yOf } from './flow-geometry.ts';
import type { FlowView } from './use-flow-view.ts';

export const FlowReader = ({ view }: { readonly view: FlowView }) => {
  const colours = useColours();
  const sides = useSides();
  const [readMs, setReadMs] = useState<number | null>(null);
  const { frame, points, endMs } = view;
  const read = ({ x }: { readonly x: number }) =>
    setReadMs(Math.min(endMs, Math.max(0, (x / frame.width) * frame.lengthMs)));
  const gesture = Gesture.Simultaneous(
    Gesture.Pan().activeOffsetX([-4, 4]).runOnJS(true).onBegin(read).onUpdate(read),
    Gesture.Hover()
      .runOnJS(true)
      .onUpdate(read)
      .onEnd(() => setReadMs(null)),
  );
  const shown = readMs ?? endMs;
  const point = pointAt(points, shown);
  return (
    <View style={{ gap: space.s }}>
      <ReadOut point={point} atMs={shown} view={view} />
      <GestureDetector gesture={gesture}>
        <View collapsable={false} style={{ touchAction: 'pan-y' } as object}>
          <FlowChart {...view} sides={sides}>
            {readMs !== null && (
              <>
                <Line
                  x1={xOf(readMs, frame)}
                  x2={xOf(readMs, frame)}
                  y1={0}
                  y2={frame.height}
                  stroke={colours.accent}
                  strokeWidth={1.5}
                />
                <Circle
                  cx={xOf(readMs, frame)}
                  cy={yOf(point?.lead ?? 0, frame)}
                  r={5}
                  fill={colours.accent}
                  stroke={colours.surface}
                  strokeWidth={2}
                />
              </>
            )}
          </FlowChart>
        </View>
      </GestureDetector>
    </View>
  );
};

const ReadOut = ({
  point,
  atMs,
  view,
}: {
  readonly point: FlowPoint | null;
  readonly atMs: number;
  readonly view: FlowView;
}) => {
  const words = useWords();
  const sides = useSides();
  const rules = useRules();
  const period = view.periods.findLast(({ fromMs }) => fromMs <= atMs) ?? view.periods[0];
  const score = point?.score ?? { home: 0, away: 0 };
  const lead = point?.lead ?? 0;
  const leader =
    lead === 0 ? words.flow.tied : words.flow.leads(sides[lead > 0 ? 'home' : 'away'].shortName, Math.abs(lead));
  return (
    <View style={{ flexDirection: 'row', justifyContent: 'space-between', alignItems: 'baseline' }}>
      <Text weight="700">{`${sides.home.shortName} ${score.home}–${score.away} ${sides.away.shortName}`}</Text>
      <Text size="table" weight="600" tone="muted">
        {leader}
      </Text>
      <Text size="table" tone="muted">
        {period === undefined
          ? ''
          : `${words.game.period(period.period, rules.periods.count)} ${clockText(Math.max(0, Math.round((period.fromMs + period.lengthMs - atMs) / 1000) * 1000))}`}
      </Text>
    </View>
  );
};
