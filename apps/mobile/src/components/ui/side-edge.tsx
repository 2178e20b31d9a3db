/** The edge of a row that tells whose it is: home solid at the left, away striped at the right. */
import { View } from 'react-native';
import Svg, { Defs, Line, Pattern, Rect } from 'react-native-svg';

type SideEdgeProps = { readonly side: 'home' | 'away'; readonly colour: string };

export const SideEdge = ({ side, colour }: SideEdgeProps) => {
  const at = side === 'home' ? { left: 0 } : { right: 0 };
  const id = `edge-${colour.slice(1)}`;
  return (
    <View aria-hidden style={{ position: 'absolute', top: 0, bottom: 0, width: 4, pointerEvents: 'none', ...at }}>
      {side === 'home' ? (
        <View style={{ flex: 1, backgroundColor: colour }} />
      ) : (
        <Svg width={4} height="100%">
          <Defs>
            <Pattern id={id} width={4} height={8} patternUnits="userSpaceOnUse">
              <Line x1={2} y1={0} x2={2} y2={5} stroke={colour} strokeWidth={4} />
            </Pattern>
          </Defs>
          <Rect width={4} height="100%" fill={`url(#${id})`} />
        </Svg>
      )}
    </View>
  );
};
