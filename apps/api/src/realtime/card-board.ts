/**
 * Tells the viewers of a game that its card grew: a name, a consent, a roster (L-13). By NOTIFY at once, by a look every half minute
 * when that was lost.
 */
import type { CardVersions } from '../repositories/card-versions.ts';

type Deps = {
  readonly cardVersions: CardVersions;
  readonly watched: () => readonly string[];
  readonly onChanged: (gameId: string, cardVersion: number) => void;
  /** Some card grew: whoever keeps versions drops them. */
  readonly onHeard: () => void;
  readonly onTrouble: (error: unknown) => void;
};

const everyMs = 30_000;
/** A roster is changed row by row: one look for all of it. */
const gatherMs = 50;

export const makeCardBoard = ({ cardVersions, watched, onChanged, onHeard, onTrouble }: Deps) => {
  let known: ReadonlyMap<string, number> = new Map();
  let gathering: NodeJS.Timeout | null = null;
  let timer: NodeJS.Timeout | null = null;
  let unlisten: () => Promise<void> = async () => {};

  const look = async (): Promise<void> => {
    const gameIds = watched();
    const versions = gameIds.length === 0 ? new Map<string, number>() : await cardVersions.of(gameIds);
    const before = known;
    known = versions;
    for (const [gameId, version] of versions) {
      const told = before.get(gameId);
      if (told !== undefined && told !== version) onChanged(gameId, version);
    }
  };

  const heard = (): void => {
    onHeard();
    gathering ??= setTimeout(() => {
      gathering = null;
      look().catch(onTrouble);
    }, gatherMs);
  };

  return {
    start: async (): Promise<void> => {
      unlisten = await cardVersions.listen(heard);
      timer = setInterval(() => look().catch(onTrouble), everyMs);
    },
    /** What a viewer is told at the watch. */
    told: (gameId: string, version: number): void => {
      if (!known.has(gameId)) known = new Map([...known, [gameId, version]]);
    },
    stop: async (): Promise<void> => {
      if (timer !== null) clearInterval(timer);
      if (gathering !== null) clearTimeout(gathering);
      await unlisten();
    },
  };
};
