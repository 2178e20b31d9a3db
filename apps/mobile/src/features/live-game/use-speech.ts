/** What phrases need to speak of this game in the chosen language. */
import { useMemo } from 'react';
import { useWords } from '../../lib/i18n/i18n.ts';
import { useNames, useRules, useSides } from '../../lib/live-game/game-context.tsx';
import type { Speech } from './phrases.ts';

export const useSpeech = (): Speech => {
  const words = useWords();
  const names = useNames();
  const sides = useSides();
  const periods = useRules().periods.count;
  return useMemo(() => ({ words, names, sides, periods }), [words, names, sides, periods]);
};
