/**
 * Which devices key a game just now, on whichever process, and how much each has not sent yet. Ephemeral, for staff only.
 * Invariants: of one device the last word counts, and a socket speaks for one; who is silent for 30 s is gone. A process always knows its own devices; those of the others
 * it hears of at once by the bell, and at the next beat at the latest.
 * Source: protocol.md §10 "presence".
 */
import type { Presence } from '@bball/contracts';
import type { DeviceId, GameId, IsoInstant } from '@bball/engine';
import { presenceLastsMs } from '@bball/sync';
import type { SharedPresence } from '../repositories/redis/shared-presence.ts';

type Seen = Presence['scorers'][number];
type Said = Omit<Seen, 'seenAt'> & { readonly gameId: string };

type Deps = {
  readonly shared: SharedPresence;
  /** The games that staff watches at this process. */
  readonly staffed: () => readonly string[];
  readonly onMoved: (presence: Presence) => void;
  readonly nowMs: () => number;
  readonly beatMs: number;
  readonly onTrouble: (error: unknown) => void;
};

/** Nobody keys a game on more: whoever makes devices up is not listened to. */
const mostDevices = 40;

export type PresenceBoard = ReturnType<typeof makePresenceBoard>;

export const makePresenceBoard = ({ shared, staffed, onMoved, nowMs, beatMs, onTrouble }: Deps) => {
  const here = new Map<string, Map<DeviceId, Seen & { readonly socketId: string }>>();
  const elsewhere = new Map<string, readonly Seen[]>();
  const told = new Set<string>();
  let timer: NodeJS.Timeout | null = null;

  const lasts = ({ seenAt }: Seen): boolean => nowMs() - Date.parse(seenAt) < presenceLastsMs;

  const ownOf = (gameId: string): Seen[] =>
    [...(here.get(gameId)?.values() ?? [])].map(({ socketId, ...seen }) => seen).filter(lasts);

  const present = (gameId: string): Presence => {
    const all = [...(elsewhere.get(gameId) ?? []), ...ownOf(gameId)].filter(lasts);
    const scorers = new Map(all.toSorted(bySeenAt).map((seen) => [seen.deviceId, seen]));
    return { gameId: gameId as GameId, scorers: [...scorers.values()] };
  };

  /** An empty list is said once: that the last one went. */
  const tell = (gameId: string): void => {
    const presence = present(gameId);
    if (presence.scorers.length > 0) told.add(gameId);
    else if (!told.delete(gameId)) return;
    onMoved(presence);
  };

  const look = async (gameId: string): Promise<void> => {
    const others = await shared.others(gameId);
    if (others !== null) elsewhere.set(gameId, others);
    tell(gameId);
  };

  const moved = (gameId: string): void => {
    tell(gameId);
    shared
      .say(gameId, ownOf(gameId))
      .then(() => shared.bell.say(gameId))
      .catch(onTrouble);
  };

  /** Says again what Redis may have lost, and looks for what a bell may not have told. */
  const beat = async (): Promise<void> => {
    for (const gameId of here.keys()) {
      if (ownOf(gameId).length === 0) here.delete(gameId);
      else await shared.say(gameId, ownOf(gameId));
    }
    const watched = new Set(staffed());
    for (const gameId of elsewhere.keys()) if (!watched.has(gameId)) elsewhere.delete(gameId);
    for (const gameId of watched) await look(gameId);
  };

  return {
    saw: (socketId: string, { gameId, deviceId, role, pendingCount }: Said): void => {
      const devices = here.get(gameId) ?? new Map();
      for (const [id, seen] of devices) if (seen.socketId === socketId || !lasts(seen)) devices.delete(id);
      if (devices.size >= mostDevices && !devices.has(deviceId)) return;
      const seenAt = new Date(nowMs()).toISOString() as IsoInstant;
      here.set(gameId, devices.set(deviceId, { socketId, deviceId, role, pendingCount, seenAt }));
      moved(gameId);
    },
    /** The socket closed: its devices are gone. */
    left: (socketId: string): void => {
      for (const [gameId, devices] of here) {
        const gone = [...devices.values()].filter((seen) => seen.socketId === socketId);
        for (const { deviceId } of gone) devices.delete(deviceId);
        if (gone.length > 0) moved(gameId);
      }
    },
    /** Staff came in and wants to know. */
    look: (gameId: string): void => void look(gameId).catch(onTrouble),
    start: (): void => {
      shared.bell.hear((gameId) => {
        if (staffed().includes(gameId)) look(gameId).catch(onTrouble);
      });
      timer = setInterval(() => void beat().catch(onTrouble), beatMs);
    },
    stop: (): void => {
      if (timer !== null) clearInterval(timer);
    },
  };
};

const bySeenAt = (one: Seen, other: Seen): number => Date.parse(one.seenAt) - Date.parse(other.seenAt);
