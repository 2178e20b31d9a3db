/**
 * foul-committed: kinds are neutral; what a kind counts for and brings is a row of the rule set (D10).
 * Source: events.md FOU-1…FOU-7, §5.
 */
import type { Helper, Offender } from '../game/doer.ts';
import { credit, type Effect } from '../game/effects.ts';
import type { Floor } from '../game/floor.ts';
import type { TeamId } from '../game/ids.ts';
import { otherSide, type SideIndex } from '../game/side.ts';
import type { Trip } from '../game/state.ts';
import { award, isAndOne } from '../game/throws.ts';
import type { FoulKind, FoulRow } from '../rules/rule-set.ts';
import type { PlayBase } from './base.ts';
import { forTeam } from './fold.ts';

export const foulQualifiers = ['double', 'fast-break'] as const;
export type FoulQualifier = (typeof foulQualifiers)[number];

export type FreeThrowAward = 0 | 1 | 2 | 3 | 'one-and-one';

export type FoulCommitted = PlayBase<'foul-committed'> & {
  readonly teamId: TeamId;
  readonly by: Offender;
  readonly kind: FoulKind;
  readonly drawnBy: Helper;
  /** null: as the rules give (FOU-4). */
  readonly freeThrows: FreeThrowAward | null;
  /** The foul is a turnover of the fouler too (FOU-3). */
  readonly losesBall: boolean;
  readonly qualifiers: readonly FoulQualifier[];
};

const isOfBench = (by: Offender): boolean => by === 'coach' || by === 'bench' || by === 'team';

const isTechnical = (kind: FoulKind): boolean => kind === 'technical' || kind === 'technical-minor';

const counts = (play: FoulCommitted, side: SideIndex, row: FoulRow, teamFouls: number): Effect[] => {
  const effects: Effect[] = [];
  if (row.isPersonal) effects.push(credit(side, play.by, 'pf'));
  if (isTechnical(play.kind)) effects.push(credit(side, play.by, 'tf'));
  if (play.drawnBy !== null) effects.push(credit(otherSide(side), play.drawnBy, 'pfd'));
  if (teamFouls > 0) effects.push({ does: 'team-foul', side, count: teamFouls });
  effects.push({ does: 'foul-kind', side, who: play.by, kind: play.kind });
  if (row.isOut) effects.push({ does: 'eject', side, who: play.by });
  return effects;
};

type Counted = { readonly row: FoulRow; readonly teamFouls: number };

const trip = (play: FoulCommitted, floor: Floor, side: SideIndex, { row, teamFouls }: Counted): Trip => {
  const thrower = otherSide(side);
  const judged = {
    said: play.freeThrows,
    row,
    foulingSide: side,
    clockMs: play.clockMs,
    countsForTeam: teamFouls,
    isAndOne: isAndOne(floor.state, thrower, play.clockMs),
  };
  const early = floor.state.trips.get(play.id);
  const given = award(floor, judged);
  return {
    ...given,
    foulId: play.id,
    side: thrower,
    taken: early?.taken ?? 0,
    isFastBreak: play.qualifiers.includes('fast-break'),
    isAssisted: early?.isAssisted ?? false,
    clockMs: play.clockMs,
    ten: floor.state.onCourt,
    stint: floor.state.stintCount,
    isEarly: false,
    awaitingPts: early?.awaitingPts ?? 0,
  };
};

/**
 * An and-one takes the basket's possession up again. Throws that keep the ball give it to their side, where it was not:
 * not those of a technical, after which play goes on where it stopped (POS-3).
 */
const ballAfter = (play: FoulCommitted, { state }: Floor, opened: Trip): Effect[] => {
  if (opened.due === 0 || isOfBench(play.by) || isTechnical(play.kind)) return [];
  if (isAndOne(state, opened.side, play.clockMs)) return [{ does: 'reopen-possession' }];
  const isKept = opened.keepsBall && state.possession?.side !== opened.side;
  return isKept ? [{ does: 'gain-ball', side: opened.side, afterTurnover: false }] : [];
};

export const foldFoul = forTeam<FoulCommitted>((play, floor, side) => {
  const row = floor.rules.fouls[play.kind][isOfBench(play.by) ? 'bench' : 'player'];
  const isUncounted = play.qualifiers.includes('double') && !floor.rules.doubleFoulsCountForTeam;
  const teamFouls = isUncounted ? 0 : row.teamFouls;
  const effects = counts(play, side, row, teamFouls);
  const opened = trip(play, floor, side, { row, teamFouls });
  effects.push({ does: 'trip', trip: opened });
  if (play.losesBall) {
    effects.push(credit(side, play.by, 'tov'), { does: 'end-possession', side, by: 'turnover', foulId: null });
    return effects;
  }
  return [...effects, ...ballAfter(play, floor, opened)];
});
