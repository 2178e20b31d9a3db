/**
 * The order of a topic, judged record by record: per game, seqs come for the first time one after the other (I-14), however often
 * they come again.
 */
export type TopicOrder = {
  readonly saw: (gameId: string, seq: number) => void;
  readonly faults: readonly string[];
  /** When a seq of a game came first; null: not yet. */
  readonly cameAtMs: (gameId: string, seq: number) => number | null;
  /** What was not read yet may be gone: the games of until now are not judged any more. */
  readonly forgive: () => void;
};

export const makeTopicOrder = (nowMs: () => number = () => performance.now()): TopicOrder => {
  const highest = new Map<string, number>();
  const forgiven = new Set<string>();
  const came = new Map<string, number[]>();
  const faults: string[] = [];
  const note = (gameId: string, seq: number): void => {
    const moments = came.get(gameId) ?? [];
    came.set(gameId, moments);
    moments[seq] ??= nowMs();
  };
  return {
    faults,
    saw: (gameId, seq) => {
      note(gameId, seq);
      if (forgiven.has(gameId)) return;
      const before = highest.get(gameId) ?? 0;
      if (seq > before + 1) {
        faults.push(`${gameId.slice(-8)} I-14: ${seq} came after ${before}`);
        forgiven.add(gameId);
      }
      highest.set(gameId, Math.max(before, seq));
    },
    cameAtMs: (gameId, seq) => came.get(gameId)?.[seq] ?? null,
    forgive: () => {
      for (const gameId of highest.keys()) forgiven.add(gameId);
    },
  };
};
