/**
 * The fields of which events are made. There is no free text among them: each string is an id, a word of a closed list, a rank,
 * a moment or a shirt number, so that nothing in a log ever has to be erased (P7; a test walks every schema).
 * Source: events.md §2, protocol.md §2, §3.
 */
import {
  type DeviceId,
  type Doer,
  type EventId,
  type Facet,
  facets,
  type GameId,
  type Helper,
  type IsoInstant,
  type Offender,
  type PlayerId,
  type RecorderId,
  rankPattern,
  type SpotId,
  type TeamId,
} from '@bball/engine';
import { z } from 'zod';
import { uuid } from '../route.ts';

/** The engine brands its ids by noun; a schema can only see a UUID. */
const idOf = <Id extends string>(): z.ZodType<Id> => uuid as unknown as z.ZodType<Id>;

export const eventId = idOf<EventId>();
export const gameId = idOf<GameId>();
export const teamId = idOf<TeamId>();
export const playerId = idOf<PlayerId>();
export const spotId = idOf<SpotId>();
export const deviceId = idOf<DeviceId>();
export const recorderId = idOf<RecorderId>();

/** Canonical bodies hold safe integers only. */
export const count = z.int().min(0);
export const moment = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<IsoInstant>;
export const rank = z.string().regex(rankPattern, 'must be a rank');
export const shirtNumber = z.string().regex(/^[0-9]{0,3}$/, 'must be a shirt number');

export const doer: z.ZodType<Doer> = z.union([playerId, z.literal('team')]).nullable();
export const offender: z.ZodType<Offender> = z.union([playerId, z.enum(['team', 'coach', 'bench'])]).nullable();
export const helper: z.ZodType<Helper> = z.union([playerId, z.enum(['someone', 'nobody'])]).nullable();

/** A court holds ten; a list of people is never longer than a sheet. */
export const people = z.array(playerId).max(30);
export const tracked: z.ZodType<readonly Facet[]> = z.array(z.enum(facets)).max(facets.length);
export const clockMs = count.nullable();
export const period = z.int().min(1).max(99);
export const place = z.strictObject({ period, rank });

const madeByADevice = {
  id: eventId,
  gameId,
  schemaVersion: z.int().min(1),
  recordedBy: recorderId,
  deviceId,
  deviceSeq: z.int().min(1),
  afterSeq: count,
  recordedAt: moment,
};

/** An event without a place. */
export const eventOf = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ ...madeByADevice, type: z.literal(type), ...shape });

/** An event that stands at a place of the game. */
export const playOf = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  eventOf(type, { place, clockMs, ...shape });
