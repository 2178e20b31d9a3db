/**
 * free-throw-attempted: one free throw. `foulId` is the log's only explicit link (D3).
 * Source: events.md FTH-1…FTH-7.
 */

import { benchPoints } from '../game/bench.ts';
import type { Doer, Helper } from '../game/doer.ts';
import { credit, type Effect, flag } from '../game/effects.ts';
import { type Floor, isTracked } from '../game/floor.ts';
import type { EventId, TeamId } from '../game/ids.ts';
import { missIsOver } from '../game/play-on.ts';
import { noteEffects, possessionNotes } from '../game/possession-notes.ts';
import { otherSide, type SideIndex } from '../game/side.ts';
import type { Trip } from '../game/state.ts';
import { isLastThrow, tripOf } from '../game/throws.ts';
import type { PlayBase } from './base.ts';
import { forTeam } from './fold.ts';

export const throwQualifiers = ['fast-break'] as const;
export type ThrowQualifier = (typeof throwQualifiers)[number];

export type FreeThrowAttempted = PlayBase<'free-throw-attempted'> & {
  readonly teamId: TeamId;
  readonly by: Doer;
  readonly made: boolean;
  /** null: the foul is not in the log, or not known. */
  readonly foulId: EventId | null;
  readonly assistedBy: Helper;
  readonly qualifiers: readonly ThrowQualifier[];
};

/** The trip after this throw. One-and-one: a second throw is due if the first is made. */
const afterThrow = (trip: Trip, play: FreeThrowAttempted, number: number): Trip => ({
  ...trip,
  taken: number,
  due: trip.isOneAndOne && number === 1 && play.made ? 2 : trip.due,
  isAssisted: trip.isAssisted || isHelped(play),
});

const isHelped = (play: FreeThrowAttempted): boolean =>
  play.made && play.assistedBy !== null && play.assistedBy !== 'nobody';

const doubts = (play: FreeThrowAttempted, floor: Floor, side: SideIndex, trip: Trip): Effect[] => {
  const effects: Effect[] = [];
  const number = trip.taken + 1;
  const isLinked = play.foulId !== null && floor.foul(play.foulId) !== null;
  if (!isLinked && isTracked(floor, otherSide(side), 'fouls')) effects.push(flag('throws-without-foul', { side }));
  const due = trip.isOneAndOne && number === 2 ? 2 : trip.due;
  if (due !== null && trip.isSure && number > due)
    effects.push(flag('free-throws-surplus', { side, about: play.foulId, detail: { due, taken: number } }));
  if (!play.made && play.assistedBy !== null && play.assistedBy !== 'nobody')
    effects.push(flag('helper-on-wrong-play'));
  if (isHelped(play) && trip.isAssisted) effects.push(flag('assist-twice', { side, about: play.foulId }));
  return effects;
};

/** A further throw takes up the possession that the one before seemed to end; a throw of a live kind is the side's ball. */
const ballBefore = (trip: Trip, { state }: Floor, side: SideIndex, number: number): Effect[] => {
  if (trip.keepsBall) return [{ does: 'new-chance', isSecondChance: false }];
  const { ended } = state;
  const wasTakenForLast =
    number > 1 && ended?.by === 'throw' && ended.foulId === trip.foulId && ended.possession.side === side;
  if (wasTakenForLast && state.possession?.side !== side) return [{ does: 'reopen-possession' }];
  return state.possession?.side === side ? [] : [{ does: 'gain-ball', side, afterTurnover: false }];
};

const made = (play: FreeThrowAttempted, floor: Floor, side: SideIndex, trip: Trip): Effect[] => {
  const points = floor.rules.points.freeThrow;
  const effects: Effect[] = [
    credit(side, play.by, 'ftm'),
    credit(side, play.by, 'pts', points),
    ...benchPoints(floor, side, play.by, points),
  ];
  const isAssist = floor.rules.assistOnFreeThrow && isHelped(play) && !trip.isAssisted && play.assistedBy !== play.by;
  if (isAssist) effects.push(credit(side, play.assistedBy, 'ast'));
  if (trip.isFastBreak || play.qualifiers.includes('fast-break'))
    effects.push(...noteEffects(side, 'fast-break', points));
  effects.push({ does: 'score', side, points, trip, makesRun: true });
  return effects;
};

export const foldFreeThrow = forTeam<FreeThrowAttempted>((play, floor, side) => {
  const trip = tripOf(floor, side, play.foulId, play.clockMs);
  const number = trip.taken + 1;
  const effects: Effect[] = doubts(play, floor, side, trip);
  if (number === 1 || floor.state.openMiss?.side !== side) effects.push(...missIsOver(floor));
  else if (floor.state.openMiss !== null) effects.push({ does: 'settle-miss' });
  effects.push(
    { does: 'throw-number', number },
    { does: 'trip', trip: afterThrow(trip, play, number) },
    credit(side, play.by, 'fta'),
  );
  effects.push(...ballBefore(trip, floor, side, number));
  if (play.made) effects.push(...made(play, floor, side, trip));
  const isLive = !trip.keepsBall && isLastThrow(trip, number, play.made);
  if (!trip.keepsBall) effects.push(...ofPossession(play, floor, side, trip));
  if (isLive && play.made) effects.push({ does: 'end-possession', side, by: 'throw', foulId: trip.foulId });
  if (!play.made) effects.push({ does: 'miss', side, isLive });
  return effects;
});

/** Points of a throw that belongs to the possession: also to its second chance, or to the turnover before it. */
const ofPossession = (play: FreeThrowAttempted, { state, rules }: Floor, side: SideIndex, trip: Trip): Effect[] => {
  if (!play.made) return [];
  const points = rules.points.freeThrow;
  const { ended } = state;
  const isTakenUp =
    trip.taken > 0 && ended?.by === 'throw' && ended.foulId === trip.foulId && state.possession?.side !== side;
  const possession = isTakenUp ? (ended?.possession ?? null) : state.possession;
  return [...possessionNotes(side, possession, points), { does: 'possession-points', points }];
};
