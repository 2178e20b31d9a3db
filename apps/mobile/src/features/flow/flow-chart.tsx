/** The lead over time as two areas, home solid above the middle, away striped below; periods, timeouts and runs on it. */
import type { FlowPoint, Run, TimedPeriod } from '@bball/engine';
import type { ReactNode } from 'react';
import Svg, { Defs, G, Line, Path, Pattern, Rect } from 'react-native-svg';
import type { Sides } from '../../lib/live-game/sides.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { LeadLines, LeadTexts, PeriodMarks } from './axis-marks.tsx';
import { areaOf, type Frame, lineOf, xOf } from './flow-geometry.ts';

export type Timeout = { readonly elapsedMs: number; readonly side: 'home' | 'away' | null; readonly key: string };

type FlowChartProps = {
  readonly frame: Frame;
  readonly points: readonly FlowPoint[];
  readonly periods: readonly TimedPeriod[];
  readonly timeouts: readonly Timeout[];
  readonly runs: readonly Run[];
  readonly endMs: number;
  readonly sides: Sides;
  readonly children?: ReactNode;
};

/** Room for the marks above and below. */
export const marginTop = 16;
const marginBottom = 28;

export const FlowChart = ({ frame, points, periods, timeouts, runs, endMs, sides, children }: FlowChartProps) => {
  const colours = useColours();
  const { width, height } = frame;
  return (
    <Svg width={width} height={height + marginTop + marginBottom}>
      <Defs>
        <Pattern id="away-stripes" width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <Rect width={7} height={7} fill={sides.away.colour} fillOpacity={0.28} />
          <Line x1={0} y1={0} x2={0} y2={7} stroke={sides.away.colour} strokeWidth={5} />
        </Pattern>
      </Defs>
      <G y={marginTop}>
        <LeadLines frame={frame} />
        {runs.map(({ side, fromElapsedMs, toElapsedMs }) => (
          <Rect
            key={`${side}-${fromElapsedMs}`}
            x={xOf(fromElapsedMs, frame)}
            width={Math.max(2, xOf(toElapsedMs, frame) - xOf(fromElapsedMs, frame))}
            y={side === 'home' ? -6 : height + 2}
            height={4}
            rx={2}
            fill={sides[side].colour}
          />
        ))}
        <Path d={areaOf(points, 'home', endMs, frame)} fill={sides.home.colour} fillOpacity={0.85} />
        <Path d={areaOf(points, 'away', endMs, frame)} fill="url(#away-stripes)" />
        <Path d={lineOf(points, endMs, frame)} fill="none" stroke={colours.text} strokeWidth={1.2} />
        <Line x1={0} x2={width} y1={height / 2} y2={height / 2} stroke={colours.text} strokeWidth={1} />
        <LeadTexts frame={frame} />
        <PeriodMarks frame={frame} periods={periods} />
        {timeouts.map(({ key, elapsedMs, side }) => (
          <Path
            key={key}
            d={
              side === 'away'
                ? `M${xOf(elapsedMs, frame)} ${height - 9}l5 9h-10z`
                : `M${xOf(elapsedMs, frame)} 9l5 -9h-10z`
            }
            fill={side === null ? colours.muted : sides[side].colour}
            stroke={colours.surface}
            strokeWidth={1}
          />
        ))}
        {children}
      </G>
    </Svg>
  );
};
