/** What is counted of a side beyond its lines: the comparison, and what fouls and timeouts need. One row of integers a side. */
const names = [
  'paintPts',
  'fastBreakPts',
  'secondChancePts',
  'offTurnoverPts',
  'benchPts',
  'biggestLead',
  'biggestRun',
  'leadingMs',
  'possessions',
  'timeoutsUsed',
  'coachTechnicals',
  'benchTechnicals',
  'isCoachOut',
  'lateTeamFouls',
  'playsFolded',
  'missedHeaves',
] as const;

export type TallyColumn = (typeof names)[number];
export const tallyColumn = Object.fromEntries(names.map((name, index) => [name, index])) as Readonly<
  Record<TallyColumn, number>
>;
export const tallyWidth = names.length;
