/** The words of the chart: leads at the left, periods below. */
import type { TimedPeriod } from '@bball/engine';
import { G, Line, Text as SvgText } from 'react-native-svg';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useRules } from '../../lib/live-game/game-context.tsx';
import { useColours } from '../../lib/theme/theme.tsx';
import { type Frame, xOf, yOf } from './flow-geometry.ts';

const fontFamily = 'system-ui, -apple-system, sans-serif';

const leadsOf = (reach: number): readonly number[] => {
  const step = reach > 20 ? 10 : 5;
  const above = Array.from({ length: Math.ceil(reach / step) - 1 }, (_, at) => (at + 1) * step);
  return [...above, ...above.map((lead) => -lead)];
};

export const LeadLines = ({ frame }: { readonly frame: Frame }) => {
  const colours = useColours();
  return (
    <G>
      {leadsOf(frame.reach).map((lead) => (
        <Line
          key={lead}
          x1={0}
          x2={frame.width}
          y1={yOf(lead, frame)}
          y2={yOf(lead, frame)}
          stroke={colours.line}
          strokeWidth={1}
        />
      ))}
    </G>
  );
};

/** Drawn over the areas, with a rim of paper, so that they can be read there too. */
export const LeadTexts = ({ frame }: { readonly frame: Frame }) => {
  const colours = useColours();
  const rim = { stroke: colours.surface, strokeWidth: 3, strokeLinejoin: 'round' } as const;
  return (
    <G>
      {leadsOf(frame.reach).flatMap((lead) =>
        [rim, {}].map((paint, at) => (
          <SvgText
            key={`${lead}-${at === 0 ? 'rim' : 'ink'}`}
            x={3}
            y={yOf(lead, frame) - 3}
            fill={colours.muted}
            fontSize={11}
            fontFamily={fontFamily}
            {...paint}
          >
            {`+${Math.abs(lead)}`}
          </SvgText>
        )),
      )}
    </G>
  );
};

export const PeriodMarks = ({
  frame,
  periods,
}: {
  readonly frame: Frame;
  readonly periods: readonly TimedPeriod[];
}) => {
  const colours = useColours();
  const words = useWords();
  const rules = useRules();
  return (
    <G>
      {periods.map(({ period, fromMs, lengthMs }) => (
        <G key={period}>
          {period > 1 && (
            <Line
              x1={xOf(fromMs, frame)}
              x2={xOf(fromMs, frame)}
              y1={0}
              y2={frame.height}
              stroke={colours.muted}
              strokeWidth={1}
              strokeDasharray="3 4"
            />
          )}
          <SvgText
            x={xOf(fromMs + lengthMs / 2, frame)}
            y={frame.height + 22}
            fill={colours.muted}
            fontSize={12}
            textAnchor="middle"
            fontFamily={fontFamily}
          >
            {words.game.period(period, rules.periods.count)}
          </SvgText>
        </G>
      ))}
    </G>
  );
};
