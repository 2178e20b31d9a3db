/** Made-up games for load: a set-up with ten players, then one shot after the other, each with a fresh id. */
import { randomUUID } from 'node:crypto';
import { contractVersion } from '@bball/contracts';
import { type DeviceId, facets, type GameEvent, type GameId, rankOfPosition } from '@bball/engine';

export type Keying = {
  readonly gameId: string;
  /** The next events of this game, as its one device makes them. */
  readonly next: (count: number) => readonly GameEvent[];
  /** A correction of the shot in the middle of those keyed so far. */
  readonly amendment: () => GameEvent;
};

const five = () => Array.from({ length: 5 }, () => randomUUID());
const sheet = (players: readonly string[]) =>
  players.map((playerId, index) => ({ playerId, spotId: null, number: String(index + 4), sameAs: null, listed: true }));

/** The teams are those of the game; the device and its recorder are new. */
export const keyingOf = (gameId: string, home: string, away: string): Keying => {
  const players = { home: five(), away: five() };
  const device = { deviceId: randomUUID() as DeviceId, recordedBy: randomUUID() };
  let made = 0;
  const base = (type: string) => {
    made += 1;
    const common = { type, id: randomUUID(), gameId, schemaVersion: 1, ...device, deviceSeq: made, afterSeq: made - 1 };
    return { ...common, recordedAt: '2026-01-01T18:00:00.000Z' };
  };
  const play = (type: string) => ({
    ...base(type),
    place: { period: 1, rank: rankOfPosition(made) },
    clockMs: 600_000,
  });
  const side = (teamId: string, of: readonly string[]) => ({ teamId, roster: sheet(of), tracked: facets });
  const opening = [
    {
      ...base('game-set-up'),
      ruleSet: 'fiba-2024',
      rules: {},
      home: side(home, players.home),
      away: side(away, players.away),
    },
    { ...play('lineup-set'), teamId: home, players: players.home },
    { ...play('lineup-set'), teamId: away, players: players.away },
    { ...play('period-started'), lengthMs: null },
  ];
  const shots: ReturnType<typeof shot>[] = [];
  const shot = () => {
    const isHome = made % 2 === 0;
    const of = isHome ? players.home : players.away;
    const made2 = made % 4 < 2;
    return {
      ...play('field-goal-attempted'),
      teamId: isHome ? home : away,
      by: of[made % 5],
      points: 2,
      made: made2,
      spot: { xCm: 120, yCm: 260 },
      style: 'layup',
      assistedBy: made2 ? of[(made + 1) % 5] : null,
      blockedBy: null,
      qualifiers: [],
    };
  };
  const waiting: unknown[] = [...opening];
  return {
    gameId: gameId as GameId,
    next: (count) => {
      while (waiting.length < count) {
        const next = shot();
        shots.push(next);
        waiting.push(next);
      }
      return waiting.splice(0, count) as GameEvent[];
    },
    amendment: () => {
      const middle = shots[Math.floor(shots.length / 2)];
      if (middle === undefined) throw new Error('nothing was keyed that could be corrected');
      const changes = { made: made % 2 === 0, assistedBy: null };
      const of = { playId: middle.id, playType: 'field-goal-attempted' };
      return { ...base('play-amended'), ...of, changes } as unknown as GameEvent;
    },
  };
};

export const bodyOf = (events: readonly GameEvent[]): string => JSON.stringify({ contractVersion, events });
