/**
 * What comes out of the fold, as it crosses a wire: the engine's types, one to one. Lines grow from the engine's table of
 * columns by themselves.
 * Source: the engine's stats/result.ts, stats/columns.ts.
 */
import {
  type Comparison,
  type Counts,
  columns,
  type Delta,
  type Flag,
  type FlagCode,
  type FoldedPlay,
  facets,
  flagCodes,
  type GameState,
  type PlayBody,
  type PlayerLine,
  type PlayNote,
  playTypes,
  type Snapshot,
  type StatKey,
  statKeys,
  type TeamLine,
} from '@bball/engine';
import { z } from 'zod';
import { clockMs, count, eventId, gameId, place, playerId, shirtNumber, teamId } from '../events/fields.ts';
import { rulePatch, ruleSet } from '../events/rules.ts';

const pairOf = <Of extends z.ZodType>(of: Of) => z.strictObject({ home: of, away: of });
const score = pairOf(z.int());

export const counts = z
  .strictObject(
    Object.fromEntries(
      statKeys.map((key) => [key, z.int().nullable().describe(`${columns[key].meaning}; null: not tracked`)]),
    ) as Record<StatKey, z.ZodNullable<z.ZodInt>>,
  )
  .meta({ id: 'Counts' }) satisfies z.ZodType<Counts>;

export const gameState = z
  .strictObject({
    ruleSet,
    rules: rulePatch,
    status: z.enum(['scheduled', 'live', 'final']),
    home: teamId.nullable(),
    away: teamId.nullable(),
    score,
    officialScore: score.nullable(),
    period: count,
    periodState: z.enum(['not-started', 'running', 'ended']),
    clockMs,
    periods: z.array(z.strictObject({ period: count, home: z.int(), away: z.int() })),
    teamFouls: pairOf(count.nullable()),
    bonus: pairOf(z.boolean().nullable()),
    timeoutsLeft: pairOf(z.int().nullable()),
    possession: teamId.nullable(),
    arrow: teamId.nullable(),
    onCourt: pairOf(z.array(playerId).nullable()),
    freeThrowsDue: z.strictObject({ teamId, foulId: eventId, due: count, taken: count }).nullable(),
    leadChanges: count,
    timesTied: count,
    isDegraded: z.boolean().describe('An event of the log could not be read: every number may be wrong'),
  })
  .meta({ id: 'GameState' }) satisfies z.ZodType<GameState>;

export const playerLine = z
  .strictObject({
    ...counts.shape,
    teamId,
    number: shirtNumber,
    isListed: z.boolean(),
    isStarter: z.boolean().nullable(),
    hasPlayed: z.boolean(),
    isOut: z.boolean(),
    onCourtFromMs: clockMs,
  })
  .meta({ id: 'PlayerLine' }) satisfies z.ZodType<PlayerLine>;

export const comparison = z
  .strictObject({
    paintPts: count.nullable(),
    fastBreakPts: count.nullable(),
    secondChancePts: count.nullable(),
    offTurnoverPts: count.nullable(),
    benchPts: count.nullable(),
    biggestLead: count,
    biggestRun: count,
    leadingMs: count.nullable(),
    possessions: count.nullable(),
  })
  .meta({ id: 'Comparison' }) satisfies z.ZodType<Comparison>;

export const teamLine = z
  .strictObject({
    side: z.enum(['home', 'away']),
    totals: counts,
    unassigned: counts,
    own: counts,
    comparison,
    missedHeaves: count,
    foulsByPeriod: z.array(count),
    timeoutsUsed: count,
    isCoachOut: z.boolean(),
    tracked: z.array(z.enum(facets)),
    completeness: z.record(z.enum(facets), z.enum(['all', 'some', 'none'])),
  })
  .meta({ id: 'TeamLine' }) satisfies z.ZodType<TeamLine>;

/** The fields of the play's own event type (see `GameEvent`), as they stand after corrections. */
const playBody = z.record(z.string(), z.json()) as unknown as z.ZodType<PlayBody>;

export const foldedPlay = z
  .strictObject({
    id: eventId,
    type: z.enum(playTypes),
    place,
    clockMs,
    body: playBody,
    score,
    isVoided: z.boolean(),
    firstSaid: z.record(z.string(), z.json()).nullable() as unknown as z.ZodType<FoldedPlay['firstSaid']>,
    notes: z.array(z.string()) as unknown as z.ZodType<readonly PlayNote[]>,
    reboundSide: z.enum(['offensive', 'defensive']).nullable(),
    throwNumber: count.nullable(),
  })
  .meta({ id: 'FoldedPlay' }) satisfies z.ZodType<FoldedPlay>;

export const flag = z
  .strictObject({
    id: z.string() as unknown as z.ZodType<Flag['id']>,
    code: z.enum(Object.keys(flagCodes) as [FlagCode, ...FlagCode[]]),
    playIds: z.array(eventId),
    teamId: teamId.nullable(),
    playerId: playerId.nullable(),
    detail: z.record(z.string(), z.union([z.int(), z.string(), z.null()])),
  })
  .meta({ id: 'Flag' }) satisfies z.ZodType<Flag>;

const mapOf = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value);

const at = { gameId, revision: count, engineVersion: count };

/** The fold of the events with seq 1..revision, as an audience may see it. */
export const snapshot = z
  .strictObject({
    ...at,
    game: gameState,
    teams: mapOf(teamLine),
    players: mapOf(playerLine),
    plays: mapOf(foldedPlay),
    flags: mapOf(flag),
  })
  .meta({ id: 'Snapshot' }) satisfies z.ZodType<Snapshot>;

export type SnapshotAnswer = z.infer<typeof snapshot>;

/** Absolute values of every key touched between two revisions; null removes; `previousRevision` 0 replaces everything. */
export const delta = z
  .strictObject({
    ...at,
    previousRevision: count,
    game: gameState.partial() as unknown as z.ZodType<Delta['game']>,
    teams: mapOf(teamLine),
    players: mapOf(playerLine.nullable()),
    plays: mapOf(foldedPlay.nullable()),
    flags: mapOf(flag.nullable()),
  })
  .meta({ id: 'Delta' }) satisfies z.ZodType<Delta>;
