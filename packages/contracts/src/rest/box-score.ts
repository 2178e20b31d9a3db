/**
 * The box score of both sides: each player's line, the team's totals, what was nobody's in particular, and what is derived from them.
 * Ratios are fractions; null has no denominator, or was not tracked.
 */
import type { FourFactors, Ratings, Ratios, Shares } from '@bball/engine';
import { z } from 'zod';
import { count, playerId, teamId } from '../events/fields.ts';
import { uuid } from '../route.ts';
import { atLeastQuery, bothDoors, readProblems } from './live.ts';
import { comparison, counts, gameState, playerLine } from './snapshot.ts';
import { teamRef } from './teams.ts';

const known = z.number().nullable();

export const ratios = z
  .strictObject({ fgPct: known, fg2Pct: known, fg3Pct: known, ftPct: known, efg: known, ts: known })
  .meta({ id: 'Ratios' }) satisfies z.ZodType<Ratios>;

export const fourFactors = z
  .strictObject({ efg: known, tovPct: known, orebPct: known, ftRate: known })
  .meta({ id: 'FourFactors' }) satisfies z.ZodType<FourFactors>;

export const ratings = z
  .strictObject({ offensive: known, defensive: known, net: known })
  .meta({ id: 'Ratings' }) satisfies z.ZodType<Ratings>;

export const shares = z
  .strictObject({
    usage: known,
    astPct: known,
    orebPct: known,
    drebPct: known,
    rebPct: known,
    stlPct: known,
    blkPct: known,
  })
  .meta({ id: 'Shares' }) satisfies z.ZodType<Shares>;

const boxScorePlayer = z
  .strictObject({
    ...playerLine.shape,
    id: playerId,
    /** As this reader may see it; the number where a name may not be shown. */
    displayName: z.string(),
    ratios,
    shares: shares.nullable(),
    efficiency: known,
    performanceIndex: known,
    gameScore: known,
  })
  .meta({ id: 'BoxScorePlayer' });

const boxScoreTeam = z
  .strictObject({
    teamId,
    team: teamRef,
    side: z.enum(['home', 'away']),
    /** Starters first, then by number; those who were on the sheet and did not play, too. */
    players: z.array(boxScorePlayer),
    totals: counts,
    unassigned: counts,
    own: counts,
    comparison,
    ratios,
    fourFactors,
    ratings,
    foulsByPeriod: z.array(count),
    timeoutsUsed: count,
  })
  .meta({ id: 'BoxScoreTeam' });

export const boxScore = z
  .strictObject({
    gameId: uuid,
    revision: count,
    engineVersion: count,
    status: gameState.shape.status,
    score: gameState.shape.score,
    officialScore: gameState.shape.officialScore,
    periods: gameState.shape.periods,
    /** Possessions a team has in a whole game at this pace; null: possessions were not tracked. */
    pace: known,
    leadChanges: count,
    timesTied: count,
    /** Home, then away; fewer before the game was set up. */
    teams: z.array(boxScoreTeam),
  })
  .meta({ id: 'BoxScore' });
export type BoxScore = z.infer<typeof boxScore>;

export const [boxScoreRoute, publicBoxScoreRoute] = bothDoors('/box-score', {
  summary: 'The box score',
  params: z.strictObject({ gameId: uuid }),
  query: atLeastQuery,
  responses: { 200: boxScore, 304: null },
  problems: readProblems,
});
