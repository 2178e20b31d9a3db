/**
 * A foul's throws: how many are due, which one is being taken, and whether it is live.
 * Live = the last throw due of a foul whose kind gives the ball away (FTH-3). Where nobody can know how many are due, each is taken for the
 * last until the next one comes. Source: events.md FTH-1…FTH-7, FOU-4.
 */
import type { FoulRow } from '../rules/rule-set.ts';
import type { Floor } from './floor.ts';
import type { EventId } from './ids.ts';
import type { SideIndex } from './side.ts';
import type { FoldState, Trip } from './state.ts';
import { bonusRow } from './team-fouls.ts';

type Award = {
  readonly due: number | null;
  readonly isOneAndOne: boolean;
  readonly keepsBall: boolean;
  readonly isSure: boolean;
};

/** Was the last thing that moved the ball a basket of this side at this clock: is a foul on it an and-one. */
export const isAndOne = (state: Readonly<FoldState>, fouledSide: SideIndex, clockMs: number | null): boolean =>
  state.ended !== null &&
  state.ended.by === 'basket' &&
  state.ended.possession.side === fouledSide &&
  state.ended.clockMs === clockMs &&
  state.possession?.side !== fouledSide;

type Judged = {
  readonly said: 0 | 1 | 2 | 3 | 'one-and-one' | null;
  readonly row: FoulRow;
  readonly foulingSide: SideIndex;
  readonly clockMs: number | null;
  readonly isAndOne: boolean;
  readonly countsForTeam: number;
};

const byBonus = (floor: Floor, judged: Judged): Award => {
  const row = bonusRow(floor.state, floor.rules, judged.foulingSide, {
    clockMs: judged.clockMs,
    extra: judged.countsForTeam,
  });
  if (row === null) return { due: null, isOneAndOne: false, keepsBall: false, isSure: false };
  const isOneAndOne = row.throws === 'one-and-one';
  return { due: isOneAndOne ? 1 : (row.throws as number), isOneAndOne, keepsBall: row.keepsBall, isSure: false };
};

/** What the row brings here and now: near the end of a game some rows bring something else. */
const rowNow = ({ state, rules }: Floor, { row, clockMs }: Judged): Pick<FoulRow, 'throws' | 'keepsBall'> => {
  const { late } = row;
  const isLast = state.period >= rules.periods.count;
  return late !== null && isLast && clockMs !== null && clockMs <= late.lastMs ? late : row;
};

/** The throws that a foul brings: as said, else by the rule row and the bonus (FOU-4). */
export const award = (floor: Floor, judged: Judged): Award => {
  const { said } = judged;
  const { throws, keepsBall } = rowNow(floor, judged);
  const usesBonus = throws === 'bonus' || (throws === 'shooter' && floor.rules.bonus.coversShooting);
  const bonus = usesBonus ? byBonus(floor, judged) : null;
  if (said !== null) {
    const isOneAndOne = said === 'one-and-one';
    return {
      due: isOneAndOne ? 1 : said,
      isOneAndOne,
      keepsBall: keepsBall || (bonus?.keepsBall ?? false),
      isSure: true,
    };
  }
  if (typeof throws === 'number') return { due: throws, isOneAndOne: false, keepsBall, isSure: true };
  if (throws === 'shooter' && bonus !== null && bonus.due !== null) return bonus;
  if (judged.isAndOne) return { due: 1, isOneAndOne: false, keepsBall: false, isSure: false };
  if (throws === 'shooter') return { due: floor.rules.points.inside, isOneAndOne: false, keepsBall, isSure: false };
  return byBonus(floor, judged);
};

export const isLastThrow = (trip: Trip, number: number, made: boolean): boolean => {
  if (trip.due === null || number >= trip.due) return !(trip.isOneAndOne && number === 1 && made);
  return false;
};

const looseTrip = (floor: Floor, side: SideIndex, clockMs: number | null, foulId: EventId | null): Trip => ({
  foulId,
  side,
  due: null,
  taken: 0,
  isOneAndOne: false,
  keepsBall: false,
  isSure: false,
  isFastBreak: false,
  isAssisted: false,
  clockMs,
  ten: floor.state.onCourt,
  stint: floor.state.stintCount,
  isEarly: false,
  awaitingPts: 0,
});

/** The trip that a throw belongs to: its foul's, one that waits for a foul later in order, or the unbroken loose one (FTH-2). */
export const tripOf = (floor: Floor, side: SideIndex, foulId: EventId | null, clockMs: number | null): Trip => {
  const known = foulId === null ? undefined : floor.state.trips.get(foulId);
  if (known !== undefined) return known;
  const foul = foulId === null ? null : floor.foul(foulId);
  if (foul !== null) {
    const due = typeof foul.freeThrows === 'number' ? foul.freeThrows : null;
    const fresh = looseTrip(floor, side, clockMs, foulId);
    return { ...fresh, due, keepsBall: foul.keepsBall, isFastBreak: foul.isFastBreak, isEarly: true };
  }
  const loose = floor.state.looseTrip;
  return loose !== null && loose.side === side && loose.clockMs === clockMs
    ? loose
    : looseTrip(floor, side, clockMs, null);
};
