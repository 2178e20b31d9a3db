/**
 * Looks for games whose result lags behind their log, or is of an older engine, and asks for them (K-9). Lost outbox rows, a store
 * that was down, a new engine and a correction a year later are all this one case.
 */
import type { Refolds } from '../repositories/refolds.ts';

type Deps = {
  readonly refolds: Pick<Refolds, 'sweep' | 'startRun'>;
  /** The engine of this process; null: the job notes its own. */
  readonly engineVersion: number | null;
  readonly onAsked: (games: number) => void;
  readonly onTrouble: (error: unknown) => void;
};

const everyMs = 30_000;
/** What lags for less is on its way. */
const lagMs = 15_000;

export const makeSweep = ({ refolds, engineVersion, onAsked, onTrouble }: Deps) => {
  let timer: NodeJS.Timeout | null = null;
  const look = async (olderThanMs: number): Promise<void> => {
    const asked = await refolds.sweep(olderThanMs);
    if (asked > 0) onAsked(asked);
  };
  return {
    /** At the start of the only process nothing can be on its way: whatever lags is asked for. */
    start: async (): Promise<void> => {
      if (engineVersion !== null) await refolds.startRun(engineVersion);
      await look(engineVersion === null ? lagMs : 0);
      timer = setInterval(() => void look(lagMs).catch(onTrouble), everyMs);
    },
    stop: (): void => {
      if (timer !== null) clearInterval(timer);
    },
  };
};
