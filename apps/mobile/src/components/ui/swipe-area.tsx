/** A swipe to either side turns to the next page or back; what scrolls sideways inside keeps its own gesture. Phones only: see the web's twin. */
import type { ReactNode } from 'react';
import { View } from 'react-native';
import { Gesture, GestureDetector } from 'react-native-gesture-handler';

type SwipeAreaProps = { readonly onTurn: (step: 1 | -1) => void; readonly children: ReactNode };

const farEnough = 60;

export const SwipeArea = ({ onTurn, children }: SwipeAreaProps) => {
  const swipe = Gesture.Pan()
    .activeOffsetX([-30, 30])
    .failOffsetY([-14, 14])
    .runOnJS(true)
    .onEnd(({ translationX }) => {
      if (Math.abs(translationX) >= farEnough) onTurn(translationX < 0 ? 1 : -1);
    });
  return (
    <GestureDetector gesture={swipe}>
      <View collapsable={false} style={{ flex: 1 }}>
        {children}
      </View>
    </GestureDetector>
  );
};
