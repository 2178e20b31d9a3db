/** Where from and how well, in squares of half a metre: the larger the more shots, the stronger the more points they brought. */
import type { Shot } from '@bball/engine';
import { G, Rect } from 'react-native-svg';
import { type Floor, shownDepthCm } from '../../components/ui/court.tsx';
import { useColours } from '../../lib/theme/theme.tsx';

const squareCm = 75;

type Square = { readonly x: number; readonly y: number; readonly shots: number; readonly points: number };

/** The squares that have shots, gathered by place. */
export const squaresOf = (shots: readonly Shot[], floor: Floor): readonly Square[] => {
  const squares = new Map<string, Square>();
  for (const { spot, made, points } of shots) {
    if (spot === null) continue;
    const x = Math.floor(spot.xCm / squareCm);
    const y = Math.floor(Math.min(spot.yCm, shownDepthCm(floor) - squareCm / 2) / squareCm);
    const known = squares.get(`${x},${y}`) ?? { x, y, shots: 0, points: 0 };
    squares.set(`${x},${y}`, { ...known, shots: known.shots + 1, points: known.points + (made ? points : 0) });
  }
  return [...squares.values()];
};

const strengths = [0.25, 0.45, 0.7, 0.95] as const;

export const Heat = ({ shots, floor }: { readonly shots: readonly Shot[]; readonly floor: Floor }) => {
  const { accent } = useColours();
  const squares = squaresOf(shots, floor);
  const most = Math.max(1, ...squares.map((square) => square.shots));
  return (
    <G>
      {squares.map(({ x, y, shots: count, points }) => {
        const side = squareCm * (0.4 + 0.55 * Math.sqrt(count / most));
        const strength = strengths[Math.min(3, Math.floor((points / count) * 2))] ?? strengths[3];
        return (
          <Rect
            key={`${x},${y}`}
            x={(x + 0.5) * squareCm - side / 2}
            y={(y + 0.5) * squareCm - side / 2}
            width={side}
            height={side}
            rx={side / 5}
            fill={accent}
            fillOpacity={strength}
          />
        );
      })}
    </G>
  );
};
