/** What the running possession tells about points scored in it (D4: derived, not said). Source: events.md POS-4. */
import type { Effect, Note } from './effects.ts';
import type { SideIndex } from './side.ts';
import type { Possession } from './state.ts';
import type { TallyColumn } from './tally.ts';

const tallies = {
  'fast-break': 'fastBreakPts',
  'off-turnover': 'offTurnoverPts',
  paint: 'paintPts',
  'second-chance': 'secondChancePts',
} as const satisfies Record<Note, TallyColumn>;

/** The note on the play, and its points where there are any. */
export const noteEffects = (side: SideIndex, note: Note, points: number): readonly Effect[] =>
  points === 0
    ? [{ does: 'note', note }]
    : [
        { does: 'note', note },
        { does: 'tally', side, column: tallies[note], count: points },
      ];

export const possessionNotes = (side: SideIndex, possession: Possession | null, points: number): readonly Effect[] => {
  if (possession === null || possession.side !== side) return [];
  const effects: Effect[] = [];
  if (possession.isOffTurnover) effects.push(...noteEffects(side, 'off-turnover', points));
  if (possession.isSecondChance) effects.push(...noteEffects(side, 'second-chance', points));
  return effects;
};
