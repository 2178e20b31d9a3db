/** The lead over time as two areas, home solid above the middle, away striped below; periods, timeouts and runs on it. */
import type { FlowPoint, Run, TimedPeriod } from '@bball/engine';
import type { ReactNode } from 'react';
import Svg, { Defs, G, Line, Path, Pattern, Rect, Text as SvgText } from 'react-native-svg';
import type { Sides } from '../../lib/live-game/sides.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { areaOf, type Frame, lineOf, xOf, yOf } from './flow-geometry.ts';

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
const marginBottom = 18;

export const FlowChart = ({ frame, points, periods, timeouts, runs, endMs, sides, children }: FlowChartProps) => {
  const colours = useColours();
  const { width, height, reach } = frame;
  const step = reach > 20 ? 10 : 5;
  const leads = Array.from({ length: Math.floor(reach / step) }, (_, at) => (at + 1) * step).filter(
    (lead) => lead < reach,
  );
  return (
    <Svg width={width} height={height + marginTop + marginBottom}>
      <Defs>
        <Pattern id="away-stripes" width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <Rect width={7} height={7} fill={sides.away.colour} fillOpacity={0.28} />
          <Line x1={0} y1={0} x2={0} y2={7} stroke={sides.away.colour} strokeWidth={5} />
        </Pattern>
      </Defs>
      <G y={marginTop}>
        {[...leads, ...leads.map((lead) => -lead)].map((lead) => (
          <G key={lead}>
            <Line x1={0} x2={width} y1={yOf(lead, frame)} y2={yOf(lead, frame)} stroke={colours.line} strokeWidth={1} />
            <SvgText x={3} y={yOf(lead, frame) - 3} fill={colours.muted} fontSize={11}>
              {Math.abs(lead)}
            </SvgText>
          </G>
        ))}
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
        {periods.slice(1).map(({ period, fromMs }) => (
          <Line
            key={period}
            x1={xOf(fromMs, frame)}
            x2={xOf(fromMs, frame)}
            y1={0}
            y2={height}
            stroke={colours.muted}
            strokeWidth={1}
            strokeDasharray="3 4"
          />
        ))}
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
