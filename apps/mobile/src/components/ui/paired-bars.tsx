/** One measure of two sides: both numbers, and a bar to each side as long as its share of the greater. Away is striped. */
import { View } from 'react-native';
import Svg, { Defs, Line, Pattern, Rect } from 'react-native-svg';
import { useColours } from '../../lib/theme/theme.tsx';
import { space, touch } from '../../lib/theme/tokens.ts';
import { Text } from './text.tsx';
import { Touchable } from './touchable.tsx';

export type PairedBarsProps = {
  readonly title: string;
  readonly home: {
    readonly text: string;
    readonly share: number;
    readonly label: string;
    readonly onPress?: () => void;
  };
  readonly away: {
    readonly text: string;
    readonly share: number;
    readonly label: string;
    readonly onPress?: () => void;
  };
  readonly colours: { readonly home: string; readonly away: string };
  /** Which side is better here; neither when equal or where it has no meaning. */
  readonly better: 'home' | 'away' | null;
};

const Half = ({
  side,
  share,
  colour,
}: {
  readonly side: 'home' | 'away';
  readonly share: number;
  readonly colour: string;
}) => {
  const { raised } = useColours();
  return (
    <View
      style={{
        flex: 1,
        height: 8,
        borderRadius: 4,
        overflow: 'hidden',
        backgroundColor: raised,
        alignItems: side === 'home' ? 'flex-end' : 'flex-start',
      }}
    >
      <View style={{ width: `${Math.round(share * 100)}%`, height: 8, borderRadius: 4, overflow: 'hidden' }}>
        <Svg width="100%" height={8} aria-hidden>
          <Defs>
            <Pattern
              id={`stripe-${colour}`}
              width={6}
              height={6}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <Rect width={6} height={6} fill={colour} fillOpacity={0.45} />
              <Line x1={0} y1={0} x2={0} y2={6} stroke={colour} strokeWidth={6} />
            </Pattern>
          </Defs>
          <Rect width="100%" height={8} fill={side === 'home' ? colour : `url(#stripe-${colour})`} />
        </Svg>
      </View>
    </View>
  );
};

const Value = ({
  text,
  label,
  onPress,
  isBetter,
  align,
}: PairedBarsProps['home'] & { readonly isBetter: boolean; readonly align: 'left' | 'right' }) => {
  const shown = (
    <Text weight={isBetter ? '800' : '400'} tone={isBetter ? 'text' : 'muted'} align={align}>
      {text}
    </Text>
  );
  const style = { minWidth: 68, minHeight: touch - 8, justifyContent: 'flex-end' } as const;
  if (onPress === undefined) {
    return (
      <View accessible role="img" aria-label={label} style={style}>
        {shown}
      </View>
    );
  }
  return (
    <Touchable aria-label={label} onPress={onPress} style={{ ...style, minHeight: touch }}>
      {shown}
    </Touchable>
  );
};

export const PairedBars = ({ title, home, away, colours, better }: PairedBarsProps) => (
  <View style={{ gap: 2, paddingVertical: space.xs }}>
    <View style={{ flexDirection: 'row', alignItems: 'flex-end' }}>
      <Value {...home} isBetter={better === 'home'} align="left" />
      <Text size="table" tone="muted" align="center" style={{ flex: 1, lineHeight: 24 }}>
        {title}
      </Text>
      <Value {...away} isBetter={better === 'away'} align="right" />
    </View>
    <View style={{ flexDirection: 'row', gap: 3 }}>
      <Half side="home" share={home.share} colour={colours.home} />
      <Half side="away" share={away.share} colour={colours.away} />
    </View>
  </View>
);
