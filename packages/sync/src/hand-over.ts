/**
 * Events that their device could not send: they travel as a file, or to another signed-in scorer, and are sent from there.
 * Source: protocol.md S-9.
 */
import type { GameEvent } from '@bball/engine';
import { type LocalLog, withEntry } from './local-log.ts';
import { ordered } from './log-view.ts';

/** What leaves for another scorer's device: everything that the server has not taken. */
export const handedOver = (log: LocalLog): readonly GameEvent[] =>
  ordered(
    [...log.entries.values()].filter(({ status }) => status === 'pending' || status === 'held'),
    log.deviceId,
  );

/** Takes over what another device could not send (S-9): its events keep their maker, this device sends them. */
export const adopted = (log: LocalLog, events: readonly GameEvent[]): LocalLog =>
  events.reduce(
    (now, event) =>
      now.entries.has(event.id) ? now : withEntry(now, { event, status: 'pending', seq: null, code: null }),
    log,
  );
