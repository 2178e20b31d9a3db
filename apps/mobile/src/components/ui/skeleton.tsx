/** The shape of what is coming, breathing slowly; still with reduced motion. */
import { useEffect, useRef } from 'react';
import { Animated, type DimensionValue, View } from 'react-native';
import { useReducedMotion } from 'react-native-reanimated';
import { times } from '../../lib/layout/times.ts';
import { useColours } from '../../lib/theme/theme.tsx';
import { radius, space } from '../../lib/theme/tokens.ts';

type SkeletonProps = { readonly width?: DimensionValue; readonly height?: number };

export const Skeleton = ({ width = '100%', height = 16 }: SkeletonProps) => {
  const colours = useColours();
  const isStill = useReducedMotion();
  const breath = useRef(new Animated.Value(1)).current;
  useEffect(() => {
    if (isStill) return;
    const half = (toValue: number) => Animated.timing(breath, { toValue, duration: 700, useNativeDriver: false });
    const loop = Animated.loop(Animated.sequence([half(0.45), half(1)]));
    loop.start();
    return () => loop.stop();
  }, [breath, isStill]);
  return (
    <Animated.View
      style={{ width, height, borderRadius: radius.control, backgroundColor: colours.line, opacity: breath }}
    />
  );
};

/** Rows as a list or a table will have them. */
export const SkeletonRows = ({ rows = 6, label }: { readonly rows?: number; readonly label: string }) => (
  <View role="status" aria-label={label} aria-busy style={{ gap: space.m, padding: space.l }}>
    {times(rows).map((row) => (
      <View key={row} style={{ flexDirection: 'row', gap: space.m, alignItems: 'center', minHeight: 32 }}>
        <Skeleton width={40} />
        <View style={{ flex: 1 }}>
          <Skeleton width={`${88 - ((row * 17) % 40)}%`} />
        </View>
        <Skeleton width={52} />
      </View>
    ))}
  </View>
);
