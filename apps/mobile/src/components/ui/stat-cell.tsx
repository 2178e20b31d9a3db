/** One number of a table. When a correction takes something back, its outline flashes once. */
import { useEffect, useRef, useState } from 'react';
import { View } from 'react-native';
import Animated, { FadeOut, useReducedMotion } from 'react-native-reanimated';
import { after } from '../../lib/clock/clock.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { motionMs, radius, touch } from '../../lib/theme/tokens.ts';
import { Text } from './text.tsx';
import { Touchable } from './touchable.tsx';

export type StatCellProps = {
  readonly text: string;
  /** null: not a number. */
  readonly value: number | null;
  /** It can only grow, so that a fall is a correction. */
  readonly onlyGrows?: boolean;
  readonly label: string;
  readonly width: number;
  readonly isBest?: boolean;
  readonly isStrong?: boolean;
  readonly onPress?: () => void;
};

const flashMs = 600;

/** True for a moment after the value fell: only a correction makes a count fall. */
const useFlash = (value: number | null): boolean => {
  const before = useRef(value);
  const [isLit, setLit] = useState(false);
  useEffect(() => {
    const fell = value !== null && before.current !== null && value < before.current;
    before.current = value;
    if (!fell) return;
    setLit(true);
    return after(flashMs, () => setLit(false));
  }, [value]);
  return isLit;
};

const Flash = () => {
  const { accent } = useColours();
  const isStill = useReducedMotion();
  return (
    <Animated.View
      testID="flash"
      {...(isStill ? {} : { exiting: FadeOut.duration(motionMs) })}
      style={{
        position: 'absolute',
        inset: 3,
        borderWidth: 2,
        borderRadius: radius.control,
        borderColor: accent,
        pointerEvents: 'none',
      }}
    />
  );
};

export const StatCell = ({
  text,
  value,
  label,
  width,
  isBest = false,
  isStrong = false,
  onlyGrows = false,
  onPress,
}: StatCellProps) => {
  const isLit = useFlash(onlyGrows ? value : null);
  const isQuiet = !isStrong && (value === 0 || value === null);
  const number = (
    <Text
      size="table"
      align="right"
      tone={isQuiet ? 'muted' : 'text'}
      weight={isBest || isStrong ? '800' : '400'}
      numberOfLines={1}
      style={{ paddingRight: 8 }}
    >
      {text}
    </Text>
  );
  return (
    <View role="cell" style={{ width, minHeight: touch, justifyContent: 'center' }}>
      {onPress === undefined ? (
        <View aria-label={label}>{number}</View>
      ) : (
        <Touchable aria-label={label} onPress={onPress} style={{ minWidth: width }}>
          {number}
        </Touchable>
      )}
      {isLit && <Flash />}
    </View>
  );
};
