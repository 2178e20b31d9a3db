/** Every standing shot with its spot: centimetres from the middle of the attacked ring, the same for both sides. */
import { type Shot, type ZoneKey, type ZoneTotal, zoneKeys } from '@bball/engine';
import { z } from 'zod';
import { clockMs, count, doer, eventId, period, teamId } from '../events/fields.ts';
import { uuid } from '../route.ts';
import { atLeastQuery, bothDoors, readProblems } from './live.ts';

const zone = z.enum(zoneKeys as [ZoneKey, ...ZoneKey[]]);

export const shot = z
  .strictObject({
    playId: eventId,
    teamId,
    by: doer,
    made: z.boolean(),
    points: count,
    period,
    clockMs,
    style: z.string().nullable(),
    spot: z.strictObject({ xCm: z.int(), yCm: z.int() }).nullable(),
    zone: zone.nullable(),
    distanceCm: z.number().nullable(),
  })
  .meta({ id: 'Shot' }) satisfies z.ZodType<Shot>;

export const zoneTotal = z
  .strictObject({ zone, made: count, attempted: count, points: count })
  .meta({ id: 'ZoneTotal' }) satisfies z.ZodType<ZoneTotal>;

export const shotChart = z
  .strictObject({
    gameId: uuid,
    revision: count,
    engineVersion: count,
    shots: z.array(shot),
    zones: z.array(z.strictObject({ teamId, totals: z.array(zoneTotal) })),
  })
  .meta({ id: 'ShotChart' });
export type ShotChart = z.infer<typeof shotChart>;

export const [shotChartRoute, publicShotChartRoute] = bothDoors('/shot-chart', {
  summary: 'The shot chart',
  params: z.strictObject({ gameId: uuid }),
  query: atLeastQuery,
  responses: { 200: shotChart, 304: null },
  problems: readProblems,
});
