/** The few signs of the app, drawn on a 24-unit square so that they look alike everywhere. */
import Svg, { Path } from 'react-native-svg';
import { useColours } from '../../lib/theme/theme.tsx';
import type { Palette } from '../../lib/theme/tokens.ts';

const paths = {
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  share: 'M12 15V4m0 0L8 8m4-4l4 4M5 12v7a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-7',
  settings: 'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5v5M8.5 14.5v5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7.5 8a7.5 7.5 0 0 1 15 0',
  close: 'M6 6l12 12M18 6L6 18',
  offline:
    'M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4m5.5.2a10 10 0 0 1 4.5 2.2M8.5 16a5 5 0 0 1 7 0M12 19.5v.01M2 9a15 15 0 0 1 4-2.7M11 5a15 15 0 0 1 11 4',
  wait: 'M12 7v5l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
  ball: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 3v18M3 12h18M5.8 5.6c3.4 3.6 3.4 9.2 0 12.8M18.2 5.6c-3.4 3.6-3.4 9.2 0 12.8',
  warning: 'M12 4L2.5 20h19L12 4zm0 6v5m0 2.5v.01',
  mail: 'M4 6h16v12H4V6zm0 .5l8 6.5 8-6.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
} as const;
export type IconName = keyof typeof paths;

type IconProps = { readonly name: IconName; readonly size?: number; readonly tone?: keyof Palette };

export const Icon = ({ name, size = 22, tone = 'text' }: IconProps) => {
  const colours = useColours();
  return (
    <Svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <Path
        d={paths[name]}
        fill="none"
        stroke={colours[tone]}
        strokeWidth={1.9}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Svg>
  );
};
