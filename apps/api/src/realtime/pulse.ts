/**
 * Every five seconds each watched game says where it stands: that is how a lost *last* delta, a lagging fold and two different states
 * come to light (PD-15). Before it the replicas are compared with the store (L-3).
 */
import { type Pulse, socketLimits } from '@bball/contracts';
import type { GameId, Snapshot } from '@bball/engine';
import { checksumOf, type LiveAudience, snapshotFor } from '@bball/sync';
import type { Replicas } from './replicas.ts';
import { countIn, type LiveServer, liveAudiences, roomOf } from './socket.ts';

type Deps = {
  readonly io: LiveServer;
  readonly replicas: Pick<Replicas, 'compare' | 'watched' | 'state' | 'headSeq'>;
  /** 0 to 1; spreads the pulses of many processes. */
  readonly random: () => number;
  readonly onTrouble: (error: unknown) => void;
};

export const makePulse = ({ io, replicas, random, onTrouble }: Deps) => {
  let timer: NodeJS.Timeout | null = null;
  const checksums = makeChecksums();

  const beat = async (): Promise<void> => {
    await replicas.compare();
    for (const gameId of replicas.watched()) {
      for (const audience of liveAudiences) {
        const room = roomOf(gameId, audience);
        if (countIn(io, room) > 0) io.to(room).emit('pulse', pulseOf(gameId, audience));
      }
      await breathe();
    }
  };

  const pulseOf = (gameId: string, audience: LiveAudience): Pulse => {
    const state = replicas.state(gameId);
    return {
      gameId: gameId as GameId,
      revision: state?.revision ?? 0,
      engineVersion: state?.engineVersion ?? 0,
      headSeq: replicas.headSeq(gameId),
      checksum: state === null ? 0 : checksums.of(state, audience),
    };
  };

  const again = (): void => {
    const spreadMs = (random() * 2 - 1) * socketLimits.pulseSpreadMs;
    timer = setTimeout(() => {
      beat()
        .catch(onTrouble)
        .finally(() => {
          if (timer !== null) again();
        });
    }, socketLimits.pulseMs + spreadMs);
  };

  return {
    start: again,
    stop: (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
};

/** A state is immutable, so its checksum is made once. */
const makeChecksums = () => {
  const known = { everyone: new WeakMap<Snapshot, number>(), staff: new WeakMap<Snapshot, number>() };
  return {
    of: (state: Snapshot, audience: LiveAudience): number => {
      const sums = known[audience];
      const sum = sums.get(state) ?? checksumOf(snapshotFor(audience, state));
      sums.set(state, sum);
      return sum;
    },
  };
};

/** Checksums of many games must not keep a play waiting. */
const breathe = (): Promise<void> => new Promise((done) => setImmediate(done));
