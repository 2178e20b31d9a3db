/**
 * What of a game is read through the replica, with what makes the answer right however old it is: a result must be the one that the
 * primary has (L-3), a page of the log must be whole up to the head that the primary knows (A-12, S-10).
 */
import { isNewer } from '@bball/sync';
import { type GameLog, makeGameLog, type NumberedEvent } from '../repositories/game-log.ts';
import { type GameResults, makeGameResults } from '../repositories/game-results.ts';
import type { Replica } from '../repositories/replica.ts';

/** Results whose bytes come from the replica; where they stand is asked from the primary. */
export const resultsThrough = (replica: Replica | null, primary: GameResults): GameResults => {
  if (replica === null) return primary;
  const old = makeGameResults(replica.database.pool);
  return {
    ...primary,
    find: async (gameId) => {
      if (!replica.isFresh()) return primary.find(gameId);
      const [standing] = await primary.standings([gameId]);
      const found = await old.find(gameId).catch(() => null);
      const isNewest = found !== null && standing !== undefined && !isNewer(standing, found);
      return isNewest && found.revision <= standing.headSeq ? found : primary.find(gameId);
    },
  };
};

export type LogReader = ReturnType<typeof makeLogReader>;

/** Pages of the log, with the head that the primary has. */
export const makeLogReader = (primary: Pick<GameLog, 'read' | 'headSeq'>, replica: Replica | null) => {
  const old = replica === null ? null : makeGameLog(replica.database.pool);

  const fromReplica = async (gameId: string, after: number, due: number): Promise<readonly NumberedEvent[] | null> => {
    if (old === null || replica?.isFresh() !== true) return null;
    const events = await old.read(gameId, after, due).catch(() => null);
    return events?.length === due ? events : null;
  };

  return {
    page: async (
      gameId: string,
      after: number,
      limit: number,
    ): Promise<{ readonly headSeq: number; readonly events: readonly NumberedEvent[] }> => {
      const head = await primary.headSeq(gameId);
      const due = Math.max(0, Math.min(limit, head - after));
      const events = (await fromReplica(gameId, after, due)) ?? (await primary.read(gameId, after, limit));
      return { headSeq: Math.max(head, events.at(-1)?.seq ?? 0), events };
    },
  };
};
