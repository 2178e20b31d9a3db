/** Which devices key a game just now, and how much each has not sent yet. Ephemeral, for staff only. */
import type { Presence } from '@bball/contracts';
import type { DeviceId, GameId, IsoInstant } from '@bball/engine';

type Seen = Presence['scorers'][number];

/** Silent for so long: gone. */
const goneMs = 30_000;

export type PresenceBoard = ReturnType<typeof makePresenceBoard>;

export const makePresenceBoard = (nowMs: () => number) => {
  const games = new Map<string, Map<string, Seen & { readonly socketId: string }>>();

  const present = (gameId: string): Presence => {
    const devices = games.get(gameId) ?? new Map();
    for (const [deviceId, { seenAt }] of devices) if (nowMs() - Date.parse(seenAt) > goneMs) devices.delete(deviceId);
    if (devices.size === 0) games.delete(gameId);
    return { gameId: gameId as GameId, scorers: [...devices.values()].map(({ socketId, ...seen }) => seen) };
  };

  return {
    present,
    saw: (
      socketId: string,
      said: {
        readonly gameId: string;
        readonly deviceId: DeviceId;
        readonly role: Seen['role'];
        readonly pendingCount: number;
      },
    ): Presence => {
      const devices = games.get(said.gameId) ?? new Map();
      games.set(said.gameId, devices);
      devices.set(said.deviceId, {
        socketId,
        deviceId: said.deviceId,
        role: said.role,
        pendingCount: said.pendingCount,
        seenAt: new Date(nowMs()).toISOString() as IsoInstant,
      });
      return present(said.gameId);
    },
    /** The socket closed: its devices are gone. Answers the games that this changed. */
    left: (socketId: string): readonly string[] => {
      const changed: string[] = [];
      for (const [gameId, devices] of games) {
        for (const [deviceId, seen] of devices) {
          if (seen.socketId !== socketId) continue;
          devices.delete(deviceId);
          changed.push(gameId);
        }
      }
      return changed;
    },
  };
};
