/**
 * Keeps asking for the lease of the publisher, on a clock of its own: neither a broker that does not answer nor a long batch costs it.
 * Invariants: who leads asks again each second; who does not, four times as often, so that a lease that ended is taken at once
 * (K-3). By our own clock it ends before the database's: a slow answer makes nobody believe too long.
 */
import type { PublisherLease } from '../repositories/publisher-lease.ts';
import { makeLatch } from './latch.ts';

type Deps = {
  readonly lease: PublisherLease;
  readonly holder: string;
  /** Alone on its database: the lease of a process that was killed is taken at once. */
  readonly isAlone: boolean;
  readonly monotonicMs: () => number;
  readonly onGained: () => void;
  readonly onTrouble: (error: unknown) => void;
};

const renewMs = 1_000;
const askMs = 250;
/** Shorter than the three seconds of the lease. */
const leaseMs = 2_500;

export type Leadership = ReturnType<typeof makeLeadership>;

export const makeLeadership = ({ lease, holder, isAlone, monotonicMs, onGained, onTrouble }: Deps) => {
  const latch = makeLatch();
  let heldUntilMs = Number.NEGATIVE_INFINITY;
  let isRunning = false;
  let loop: Promise<void> = Promise.resolve();

  const isLeading = (): boolean => monotonicMs() < heldUntilMs;

  /** How long until the next question. */
  const ask = async (): Promise<number> => {
    const askedAtMs = monotonicMs();
    const didLead = isLeading();
    try {
      const isHeld = await lease.hold(holder);
      heldUntilMs = isHeld ? askedAtMs + leaseMs : Number.NEGATIVE_INFINITY;
      if (!didLead && isLeading()) onGained();
      return isHeld ? renewMs : askMs;
    } catch (error) {
      onTrouble(error);
      return askMs;
    }
  };

  const run = async (): Promise<void> => {
    while (isRunning) await latch.raised(await ask());
  };

  return {
    isLeading,
    start: async (): Promise<void> => {
      if (isAlone) await lease.seize(holder);
      isRunning = true;
      loop = run();
    },
    /** Frees the lease: another process has it at its next question. */
    stop: async (): Promise<void> => {
      isRunning = false;
      latch.raise();
      await loop;
      heldUntilMs = Number.NEGATIVE_INFINITY;
      await lease.free(holder).catch(onTrouble);
    },
  };
};
