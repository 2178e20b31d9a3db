/**
 * Any event of a game's log, as its bytes must be to be taken: one discriminated union, and the way from bytes to an event.
 * Invariants: whether an event is malformed or too large is a function of its bytes alone, or a late copy of a refused
 * request would be accepted after its scorer keyed the play again.
 * Source: protocol.md §2, A-3.
 */
import { canonicalJson, type GameEvent, sha256Hex, utf8 } from '@bball/engine';
import { z } from 'zod';
import { gameFinalized } from './game-finalized.ts';
import { gameForfeited } from './game-forfeited.ts';
import { gameReopened } from './game-reopened.ts';
import { gameSetUp } from './game-set-up.ts';
import { playAmended } from './play-amended.ts';
import { playRestored } from './play-restored.ts';
import { playVoided } from './play-voided.ts';
import { plays } from './plays.ts';
import { rosterChanged } from './roster-changed.ts';
import { rulesChanged } from './rules-changed.ts';

export const eventSchemas = [
  gameSetUp,
  rosterChanged,
  rulesChanged,
  ...plays,
  playAmended,
  playVoided,
  playRestored,
  gameFinalized,
  gameReopened,
  gameForfeited,
] as const;

export const gameEvent = z.discriminatedUnion('type', eventSchemas).meta({ id: 'GameEvent' });

export const eventLimits = {
  eventBytes: 8 * 1024,
  setUpBytes: 64 * 1024,
  batchEvents: 500,
  batchBytes: 1024 * 1024,
  logEvents: 20_000,
  heldEvents: 2_000,
} as const;

/** An event together with the bytes that are stored and compared: `body` is canonical, `bodyHash` its SHA-256 in hex. */
export type SealedEvent = { readonly event: GameEvent; readonly body: string; readonly bodyHash: string };

export type EventRefusal = 'malformed' | 'too-large' | 'wrong-game';

export type SealedOrRefused =
  | { readonly sealed: SealedEvent }
  | { readonly refusal: EventRefusal; readonly id: string | null };

const idIn = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : null;
  return plays[0].shape.id.safeParse(id).success ? (id as string) : null;
};

const isTooLarge = (event: GameEvent, body: string): boolean => {
  const most = event.type === 'game-set-up' ? eventLimits.setUpBytes : eventLimits.eventBytes;
  return body.length > most || (body.length * 3 > most && utf8(body).length > most);
};

/** Reads one event of a request for this game, or says why its bytes can never be taken. */
export const sealEvent = (
  value: unknown,
  gameId: string,
  hash: (text: string) => string = sha256Hex,
): SealedOrRefused => {
  const parsed = gameEvent.safeParse(value);
  if (!parsed.success) return { refusal: 'malformed', id: idIn(value) };
  const event = parsed.data as GameEvent;
  if (event.gameId !== gameId) return { refusal: 'wrong-game', id: event.id };
  const body = canonicalJson(event);
  if (isTooLarge(event, body)) return { refusal: 'too-large', id: event.id };
  return { sealed: { event, body, bodyHash: hash(body) } };
};
