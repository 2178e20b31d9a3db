/** A small count as shapes: filled of so many. Squares are fouls, rounds are timeouts. */
import { View } from 'react-native';
import { Text } from '../../components/ui/text.tsx';
import { times } from '../../lib/layout/times.ts';
import { useColours } from '../../lib/theme/theme.tsx';

type PipsProps = {
  readonly letter: string;
  readonly filled: number;
  readonly of: number;
  readonly shape: 'square' | 'round';
  readonly label: string;
  readonly isMirrored?: boolean;
};

export const Pips = ({ letter, filled, of, shape, label, isMirrored = false }: PipsProps) => {
  const colours = useColours();
  return (
    <View
      accessible
      role="img"
      aria-label={label}
      style={{ flexDirection: isMirrored ? 'row-reverse' : 'row', alignItems: 'center', gap: 2.5 }}
    >
      <Text
        size="caption"
        tone="muted"
        style={{ fontSize: 11, lineHeight: 14, minWidth: 18 }}
        align={isMirrored ? 'right' : 'left'}
      >
        {letter}
      </Text>
      {times(of).map((at) => (
        <View
          key={at}
          style={{
            width: 7.5,
            height: 7.5,
            borderRadius: shape === 'round' ? 4 : 1.5,
            borderWidth: 1.2,
            borderColor: at < filled ? colours.text : colours.muted,
            backgroundColor: at < filled ? colours.text : 'transparent',
          }}
        />
      ))}
    </View>
  );
};
