/** Shots on the floor: made ● and missed ×, so that colour is never the only difference. */
import type { Shot } from '@bball/engine';
import { Circle, G, Path } from 'react-native-svg';
import { type Floor, shownDepthCm } from '../../components/ui/court.tsx';
import { useColours } from '../../lib/theme/theme.tsx';

const sizeCm = 17;

const Mark = ({ shot, floor }: { readonly shot: Shot; readonly floor: Floor }) => {
  const colours = useColours();
  if (shot.spot === null) return null;
  const x = shot.spot.xCm;
  const y = Math.min(shot.spot.yCm, shownDepthCm(floor) - sizeCm);
  if (shot.made) return <Circle cx={x} cy={y} r={sizeCm} fill={colours.made} stroke={colours.floor} strokeWidth={4} />;
  return (
    <Path
      d={`M${x - sizeCm} ${y - sizeCm}l${2 * sizeCm} ${2 * sizeCm}m0 ${-2 * sizeCm}l${-2 * sizeCm} ${2 * sizeCm}`}
      stroke={colours.missed}
      strokeWidth={8}
      strokeLinecap="round"
      fill="none"
    />
  );
};

export const ShotMarks = ({ shots, floor }: { readonly shots: readonly Shot[]; readonly floor: Floor }) => (
  <G>
    {[...shots]
      .sort((a, b) => Number(a.made) - Number(b.made))
      .map((shot) => (
        <Mark key={shot.playId} shot={shot} floor={floor} />
      ))}
  </G>
);
