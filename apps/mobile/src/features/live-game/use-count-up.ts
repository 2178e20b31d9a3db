/** A score counts up to its new value, within the longest that anything may move; a lower one (a correction) stands at once. */
import { useEffect, useState } from 'react';
import { useReducedMotion } from 'react-native-reanimated';
import { after } from '../../lib/clock/clock.ts';
import { motionMs } from '../../lib/theme/tokens.ts';

export const useCountUp = (value: number): number => {
  const isStill = useReducedMotion();
  const [shown, setShown] = useState(value);
  const isStep = !isStill && shown < value && value - shown <= 4;
  useEffect(() => {
    if (shown === value) return;
    return isStep ? after(motionMs / 4, () => setShown(shown + 1)) : setShown(value);
  }, [shown, value, isStep]);
  return isStep ? shown : value;
};
