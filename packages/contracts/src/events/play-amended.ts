import { type PlayAmended, type PlayChanges, playTypes } from '@bball/engine';
import { z } from 'zod';
import { clockMs, eventId, eventOf, period, rank } from './fields.ts';
import { plays } from './plays.ts';

const standing = new Set([
  'id',
  'gameId',
  'schemaVersion',
  'recordedBy',
  'deviceId',
  'deviceSeq',
  'afterSeq',
  'recordedAt',
  'type',
  'place',
]);

/** Each body field of any type of play, with the schemas it has there: what does not fit the play at hand is a flag. */
const fieldsOfPlays = (): Map<string, z.ZodType[]> => {
  const fields = new Map<string, z.ZodType[]>();
  for (const play of plays) {
    for (const [name, schema] of Object.entries(play.shape as z.ZodRawShape)) {
      if (!standing.has(name)) fields.set(name, [...(fields.get(name) ?? []), schema as z.ZodType]);
    }
  }
  return fields;
};

const eitherOf = (schemas: readonly z.ZodType[]): z.ZodType => {
  const different = [...new Set(schemas)];
  return different.length === 1 ? (different[0] as z.ZodType) : z.union(different);
};

const bodyChanges = Object.fromEntries(
  [...fieldsOfPlays()].map(([name, schemas]) => [name, eitherOf(schemas).optional()]),
);

export const changes = z
  .strictObject({ ...bodyChanges, clockMs: clockMs.optional(), period: period.optional(), rank: rank.optional() })
  .refine((patch) => Object.keys(patch).length > 0, 'must change something')
  .refine(
    (patch) => 'period' in patch === 'rank' in patch,
    'period and rank change together',
  ) as unknown as z.ZodType<PlayChanges>;

export const playAmended = eventOf('play-amended', {
  playId: eventId,
  playType: z.enum(playTypes),
  changes,
}) satisfies z.ZodType<PlayAmended>;
