/** Fouls and what they bring, read off the rule row. */
import type { FreeThrowAward } from '../../src/events/foul-committed.ts';
import type { EventId } from '../../src/game/ids.ts';
import type { BonusRow, FoulKind, FoulRow } from '../../src/rules/rule-set.ts';
import { isOvertime, type Match, type SimulatedPlayer, type SimulatedSide, score } from './match.ts';

/** The missed shot's worth, or the basket, of a foul on a shooter. */
export type FouledShot = { readonly worth: number; readonly made: boolean };

export type CalledFoul = {
  readonly id: EventId;
  readonly throws: FreeThrowAward;
  readonly keepsBall: boolean;
};

type Call = {
  readonly side: SimulatedSide;
  readonly by: SimulatedPlayer | 'coach' | 'bench';
  readonly kind: FoulKind;
  readonly drawnBy: SimulatedPlayer | null;
  readonly shot?: FouledShot;
  readonly losesBall?: boolean;
  readonly isFastBreak?: boolean;
};

/** Team fouls that count now, as the rule row's scope and overtimes have it. */
export const teamFoulsNow = (match: Match, side: SimulatedSide): number => {
  const { rules, period } = match;
  const { count } = rules.periods;
  const halfOf = (p: number) => (p * 2 <= count ? 1 : 2);
  const isCounted = (p: number): boolean => {
    if (rules.teamFoulScope === 'game') return true;
    if (period > count) return rules.overtimeTeamFouls === 'start-again' ? p === period : p >= count;
    return rules.teamFoulScope === 'half' ? halfOf(p) === halfOf(period) : p === period;
  };
  return side.teamFouls.reduce((sum, fouls, index) => sum + (isCounted(index + 1) ? fouls : 0), 0);
};

/** The bonus row that this side's next, or latest, common foul has reached. */
export const bonusRow = (match: Match, side: SimulatedSide, teamFouls: number): BonusRow | null => {
  const { rows, late, overtimeFromTeamFoul } = match.rules.bonus;
  const first = rows[0];
  if (first === undefined) return null;
  const isLate =
    late !== null && match.clockMs !== null && match.clockMs <= late.ms && side.lateFouls >= late.fromTeamFoul;
  const reached = rows.filter((row, index) => {
    const from = index === 0 && isOvertime(match) ? (overtimeFromTeamFoul ?? row.fromTeamFoul) : row.fromTeamFoul;
    return teamFouls >= from;
  });
  return reached.at(-1) ?? (isLate ? first : null);
};

const rowOf = (match: Match, call: Call): FoulRow => {
  const rows = match.rules.fouls[call.kind];
  return typeof call.by === 'string' ? rows.bench : rows.player;
};

const countFoul = (match: Match, call: Call, row: FoulRow): void => {
  const { side, by } = call;
  side.teamFouls[match.period - 1] = (side.teamFouls[match.period - 1] ?? 0) + row.teamFouls;
  const { late } = match.rules.bonus;
  if (late !== null && match.clockMs !== null && match.clockMs <= late.ms) side.lateFouls += row.teamFouls;
  if (typeof by === 'string') {
    side.coachTechnicals += 1;
    return;
  }
  by.fouls.push(call.kind);
  if (row.isPersonal) by.personals += 1;
  by.isOut =
    by.isOut ||
    row.isOut ||
    match.rules.outAfter.some(({ kinds, count }) =>
      kinds === 'pf' ? by.personals >= count : by.fouls.filter((kind) => kinds.includes(kind)).length >= count,
    );
};

const award = (match: Match, call: Call, row: FoulRow): Omit<CalledFoul, 'id'> => {
  const bonus = bonusRow(match, call.side, teamFoulsNow(match, call.side));
  const { late } = row;
  const isLastPeriod = match.period >= match.rules.periods.count;
  if (late !== null && isLastPeriod && match.clockMs !== null && match.clockMs <= late.lastMs) {
    return { throws: late.throws as FreeThrowAward, keepsBall: late.keepsBall };
  }
  if (row.throws === 'bonus') return { throws: bonus?.throws ?? 0, keepsBall: bonus?.keepsBall ?? false };
  if (row.throws === 'shooter') {
    const isBonusForShooters = match.rules.bonus.coversShooting && bonus !== null;
    if (isBonusForShooters) return { throws: bonus.throws, keepsBall: bonus.keepsBall };
    const throws = call.shot === undefined || call.shot.made ? 1 : call.shot.worth;
    return { throws: throws as FreeThrowAward, keepsBall: false };
  }
  return { throws: row.throws as FreeThrowAward, keepsBall: row.keepsBall };
};

/** Records a foul. The award is said where the rule row alone cannot know it: on a shooter. */
export const callFoul = (match: Match, call: Call): CalledFoul => {
  const row = rowOf(match, call);
  countFoul(match, call, row);
  const { throws, keepsBall } = award(match, call, row);
  const id = match.recorder.record({
    type: 'foul-committed',
    teamId: call.side.teamId,
    by: typeof call.by === 'string' ? call.by : call.by.id,
    kind: call.kind,
    drawnBy: call.drawnBy?.id ?? 'nobody',
    freeThrows: row.throws === 'shooter' ? throws : null,
    losesBall: call.losesBall ?? false,
    qualifiers: call.isFastBreak === true ? ['fast-break'] : [],
  });
  return { id, throws, keepsBall };
};

/** How a trip to the line ended. `isLive`: its last throw can be rebounded, or gives the ball away. */
export type Trip = { readonly isLastMade: boolean; readonly isLive: boolean };

/** The throws of a foul, one after the other; a one-and-one goes on only after a make. */
export const throwFor = (
  match: Match,
  foul: CalledFoul,
  thrower: { side: SimulatedSide; player: SimulatedPlayer; passer: SimulatedPlayer | null },
): Trip => {
  const { recorder, random, rules } = match;
  const { side, player } = thrower;
  const isOneAndOne = foul.throws === 'one-and-one';
  let due = foul.throws === 'one-and-one' ? 1 : foul.throws;
  let isLastMade = false;
  let isAssistOpen = rules.assistOnFreeThrow && thrower.passer !== null;
  for (let number = 1; number <= due; number++) {
    recorder.wait(random.between(9_000, 16_000));
    isLastMade = random.isChance(match.manner.throwMade + player.talent.throwing);
    const isAssisted = isLastMade && isAssistOpen;
    recorder.record({
      type: 'free-throw-attempted',
      teamId: side.teamId,
      by: player.id,
      made: isLastMade,
      foulId: foul.id,
      assistedBy: isAssisted && thrower.passer !== null ? thrower.passer.id : 'nobody',
      qualifiers: [],
    });
    if (isAssisted) isAssistOpen = false;
    if (isLastMade) score(match, side, rules.points.freeThrow);
    if (isOneAndOne && number === 1 && isLastMade) due = 2;
    const isDead = number < due || foul.keepsBall;
    if (!isLastMade && isDead && rules.deadBallRebounds) {
      recorder.record({ type: 'rebound-taken', teamId: side.teamId, by: 'team', side: null, deadBall: true });
    }
  }
  return { isLastMade, isLive: due > 0 && !foul.keepsBall };
};
