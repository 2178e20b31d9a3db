/** What happened, as a shape: never only a colour. */
import Svg, { Circle, Path } from 'react-native-svg';
import { useColours } from '../../lib/theme/theme.tsx';

const outlines = {
  swap: 'M7 4v12m0 0l-3.5-3.5M7 16l3.5-3.5M17 20V8m0 0l-3.5 3.5M17 8l3.5 3.5',
  foul: 'M12 4.5L3 19.5h18L12 4.5zm0 5.5v4m0 2.6v.1',
  turnover: 'M19 9A8 8 0 1 0 20 14M19 3.5V9h-5.5',
  timeout: 'M8 5v14M16 5v14',
  whistle: 'M4 9h16M4 9v4a5 5 0 1 0 9.6-2M13 9V5',
} as const;

export type SignName = 'made' | 'missed' | 'none' | keyof typeof outlines;

export const Sign = ({ name, size = 18 }: { readonly name: SignName; readonly size?: number }) => {
  const colours = useColours();
  if (name === 'none') return null;
  return (
    <Svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      {name === 'made' && <Circle cx={12} cy={12} r={7.5} fill={colours.made} />}
      {name === 'missed' && (
        <Path d="M5.5 5.5l13 13M18.5 5.5l-13 13" stroke={colours.missed} strokeWidth={3.2} strokeLinecap="round" />
      )}
      {name !== 'made' && name !== 'missed' && (
        <Path
          d={outlines[name]}
          fill="none"
          stroke={name === 'foul' ? colours.warn : colours.muted}
          strokeWidth={2}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </Svg>
  );
};
