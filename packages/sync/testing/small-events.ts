/** Events small enough to write by hand: what the phone's log looks at is the envelope. */
import type { DeviceId, EventId, GameEvent, GameId, LoggedEvent } from '@bball/engine';
import { type Draft, emptyLog, keyed, type LocalLog, stored } from '../src/local-log.ts';

export const gameId = 'game' as GameId;
export const mine = 'device-a' as DeviceId;
export const theirs = 'device-b' as DeviceId;
export const freshLog = emptyLog(gameId, mine);

export const draft = (id: string): Draft =>
  ({ id, type: 'timeout-called', place: { period: 1, rank: id } }) as unknown as Draft;

/** Keys events here, one after the other, each stored. */
export const withKeyed = (log: LocalLog, ...ids: readonly string[]): LocalLog =>
  ids.reduce((now, id) => stored(keyed(now, draft(id)).log, id as EventId), log);

export const foreign = (id: string, seq: number, deviceSeq = seq): LoggedEvent & { readonly seq: number } =>
  ({ ...draft(id), gameId, deviceId: theirs, deviceSeq, afterSeq: seq - 1, seq }) as unknown as LoggedEvent & {
    readonly seq: number;
  };

export const inLog = (log: LocalLog, id: string, seq: number): LoggedEvent =>
  ({ ...(log.entries.get(id as EventId)?.event as GameEvent), seq }) as LoggedEvent;

export const idsOf = (events: readonly { readonly id: string }[]): readonly string[] => events.map(({ id }) => id);
