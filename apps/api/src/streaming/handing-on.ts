/**
 * Lease and publisher as one: in both profiles one process hands the log on, and leaves by finishing its batch before the lease is freed.
 */
import { makeOutbox } from '../repositories/outbox.ts';
import { makePublisherLease } from '../repositories/publisher-lease.ts';
import type { Refolds } from '../repositories/refolds.ts';
import { gameParked, outboxPublished } from '../telemetry.ts';
import { makeLeadership } from './leadership.ts';
import { type LogTaker, makeOutboxPublisher, type OutboxPublisherDeps } from './outbox-publisher.ts';
import type { StreamDeps } from './stream.ts';

type Deps = Pick<StreamDeps, 'followPool' | 'leasePool' | 'isAlone' | 'log' | 'telemetry' | 'monotonicMs'> &
  Pick<OutboxPublisherDeps, 'onGrown' | 'gatherMs' | 'onTrouble'> & {
    readonly refolds: Refolds;
    readonly host: LogTaker;
    /** This process, as the lease names it. */
    readonly holder: string;
  };

export const makeHandingOn = ({ followPool, leasePool, holder, isAlone, log, telemetry, ...others }: Deps) => {
  const { monotonicMs, onTrouble } = others;
  const leadership = makeLeadership({
    lease: makePublisherLease(leasePool),
    holder,
    isAlone,
    monotonicMs,
    onGained: () => publisher.gained(),
    onTrouble,
  });
  const publisher = makeOutboxPublisher({
    ...others,
    outbox: makeOutbox(followPool),
    leadership,
    onPublished: (fact) => outboxPublished(telemetry, log, fact),
    onParked: (refused) => gameParked(telemetry, log, refused),
  });
  return {
    isLeading: leadership.isLeading,
    wake: publisher.wake,
    start: async (): Promise<void> => {
      await leadership.start();
      publisher.start();
    },
    stop: async (): Promise<void> => {
      await publisher.stop();
      await leadership.stop();
    },
  };
};
