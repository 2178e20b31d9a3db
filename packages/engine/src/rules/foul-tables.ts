/**
 * What each kind of foul counts for and brings, one table per book. Rows are shared data: a book names only where it differs.
 * Invariants: coach, bench and team have no `pf`; a technical's throws never go to the other side of the ball (never live).
 * Source: events.md §5; FIBA Art. 34–39, NBA Rule 12, NCAA Rule 10, NFHS Rule 10, FIBA 3x3 Art. 6–8.
 */
import type { FoulRow, FoulTable } from './rule-set.ts';

const lateMs = 120_000;

const row = (fields: Partial<FoulRow>): FoulRow => ({
  isPersonal: true,
  teamFouls: 1,
  throws: 0,
  keepsBall: false,
  isOut: false,
  late: null,
  ...fields,
});

const contact = row({ throws: 'bonus' });
const onShooter = row({ throws: 'shooter' });
const offensive = row({});
const oneAndBall = row({ throws: 1, keepsBall: true });
const twoAndBall = row({ throws: 2, keepsBall: true });
const disqualifying = row({ throws: 2, keepsBall: true, isOut: true });
/** 1+, counts for nobody. */
const bareTechnical = row({ isPersonal: false, teamFouls: 0, throws: 1, keepsBall: true });

/** The same foul by somebody without a `pf` of their own. */
const byBench = (player: FoulRow): FoulRow => ({ ...player, isPersonal: false });
const either = (player: FoulRow) => ({ player, bench: byBench(player) });

const common = {
  personal: either(contact),
  'loose-ball': either(contact),
  shooting: either(onShooter),
  offensive: either(offensive),
  'away-from-play': either(contact),
  'clear-path': either(contact),
  take: either(contact),
  'throw-in': either(contact),
  unsportsmanlike: either(twoAndBall),
  disqualifying: either(disqualifying),
} as const;

export const fibaFouls = {
  ...common,
  'clear-path': either(twoAndBall),
  take: either(twoAndBall),
  'throw-in': either(oneAndBall),
  disqualifying: { player: disqualifying, bench: row({ isPersonal: false, teamFouls: 0, throws: 2, keepsBall: true, isOut: true }) },
  technical: { player: oneAndBall, bench: bareTechnical },
  'technical-minor': { player: oneAndBall, bench: bareTechnical },
} as const satisfies FoulTable;

export const nbaFouls = {
  ...common,
  offensive: either(row({ teamFouls: 0 })),
  'away-from-play': either(row({ throws: 'bonus', late: { lastMs: lateMs, throws: 1, keepsBall: true } })),
  'clear-path': either(twoAndBall),
  take: either(oneAndBall),
  'throw-in': either(oneAndBall),
  technical: { player: bareTechnical, bench: bareTechnical },
  'technical-minor': { player: bareTechnical, bench: bareTechnical },
} as const satisfies FoulTable;

/** `technical` is class A, `technical-minor` class B. */
export const ncaaFouls = {
  ...common,
  technical: either(twoAndBall),
  'technical-minor': { player: bareTechnical, bench: bareTechnical },
} as const satisfies FoulTable;

export const nfhsFouls = {
  ...common,
  technical: either(twoAndBall),
  'technical-minor': either(row({ isPersonal: false, throws: 2, keepsBall: true })),
} as const satisfies FoulTable;

const withoutPersonals = (fields: Partial<FoulRow>) => either(row({ isPersonal: false, ...fields }));

/** Nobody fouls out of 3x3; every foul is the team's. */
export const fiba3x3Fouls = {
  personal: withoutPersonals({ throws: 'bonus' }),
  'loose-ball': withoutPersonals({ throws: 'bonus' }),
  shooting: withoutPersonals({ throws: 'shooter' }),
  offensive: withoutPersonals({}),
  'away-from-play': withoutPersonals({ throws: 'bonus' }),
  'clear-path': withoutPersonals({ teamFouls: 2, throws: 2, keepsBall: true }),
  take: withoutPersonals({ teamFouls: 2, throws: 2, keepsBall: true }),
  'throw-in': withoutPersonals({ throws: 'bonus' }),
  unsportsmanlike: withoutPersonals({ teamFouls: 2, throws: 2, keepsBall: true }),
  disqualifying: withoutPersonals({ teamFouls: 2, throws: 2, keepsBall: true, isOut: true }),
  technical: withoutPersonals({ throws: 1, keepsBall: true }),
  'technical-minor': withoutPersonals({ throws: 1, keepsBall: true }),
} as const satisfies FoulTable;
