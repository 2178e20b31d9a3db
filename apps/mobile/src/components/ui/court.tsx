/**
 * A half court in scale, seen from above with the ring on top. Its unit is the centimetre, its origin the middle of the ring: what is
 * put on it uses the coordinates of the log as they are.
 */
import type { ReactNode } from 'react';
import { View } from 'react-native';
import Svg, { Circle, G, Line, Path, Rect } from 'react-native-svg';
import { useColours } from '../../lib/theme/theme.tsx';
import { radius } from '../../lib/theme/tokens.ts';

/** The measures of a floor, in centimetres. */
export type Floor = {
  readonly widthCm: number;
  readonly lengthCm: number;
  readonly ringToBaselineCm: number;
  readonly arcCm: number;
  readonly cornerCm: number;
  readonly paint: { readonly widthCm: number; readonly lengthCm: number };
};

/** How far below the ring the picture goes: a little beyond the arc; what was thrown from farther stands at the edge. */
export const shownDepthCm = (floor: Floor): number => floor.arcCm + 210;

const lineCm = 5;
const circleCm = 180;
const ringCm = 23;
const boardHalfCm = 90;

export const Court = ({
  floor,
  label,
  children,
}: {
  readonly floor: Floor;
  readonly label: string;
  readonly children?: ReactNode;
}) => {
  const colours = useColours();
  const half = floor.widthCm / 2;
  const top = -floor.ringToBaselineCm;
  const bottom = shownDepthCm(floor);
  const line = { stroke: colours.floorLine, strokeWidth: lineCm, fill: 'none' } as const;
  const paintHalf = floor.paint.widthCm / 2;
  const paintEnd = top + floor.paint.lengthCm;
  const cornerEnd = Math.sqrt(Math.max(0, floor.arcCm ** 2 - floor.cornerCm ** 2));
  const ratio = (floor.widthCm + 20) / (bottom - top + 20);
  return (
    <View
      role="img"
      aria-label={label}
      style={{ width: '100%', aspectRatio: ratio, borderRadius: radius.card, overflow: 'hidden' }}
    >
      <Svg width="100%" height="100%" viewBox={`${-half - 10} ${top - 10} ${floor.widthCm + 20} ${bottom - top + 20}`}>
        <Rect x={-half - 10} y={top - 10} width={floor.widthCm + 20} height={bottom - top + 20} fill={colours.floor} />
        <G>
          <Path d={`M${-half} ${bottom + 10}V${top}H${half}V${bottom + 10}`} {...line} />
          <Rect
            x={-paintHalf}
            y={top}
            width={2 * paintHalf}
            height={floor.paint.lengthCm}
            {...line}
            fill={colours.floorLine}
            fillOpacity={0.12}
          />
          <Path d={`M${-circleCm} ${paintEnd}A${circleCm} ${circleCm} 0 0 0 ${circleCm} ${paintEnd}`} {...line} />
          <Path
            d={`M${-circleCm} ${paintEnd}A${circleCm} ${circleCm} 0 0 1 ${circleCm} ${paintEnd}`}
            {...line}
            strokeDasharray="18 18"
          />
          <Path d="M-125 0A125 125 0 0 0 125 0" {...line} />
          <Path
            d={`M${-floor.cornerCm} ${top}V${cornerEnd}A${floor.arcCm} ${floor.arcCm} 0 0 0 ${floor.cornerCm} ${cornerEnd}V${top}`}
            {...line}
            strokeWidth={lineCm + 1}
          />
          <Line x1={-boardHalfCm} x2={boardHalfCm} y1={-38} y2={-38} stroke={colours.muted} strokeWidth={6} />
          <Circle cx={0} cy={0} r={ringCm} fill="none" stroke={colours.accent} strokeWidth={6} />
        </G>
        {children}
      </Svg>
    </View>
  );
};
