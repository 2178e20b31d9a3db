/**
 * What runs beside the requests, started in this order and stopped in reverse. To add one: start it here with the parts it needs and
 * push its stop.
 */
import type { Server } from 'node:http';
import { isLocalOnly } from './config/index.ts';
import type { Parts } from './parts.ts';
import { getStreamFigures } from './queries/stream-health.ts';
import { startLive } from './realtime/start-live.ts';
import { streamObserved } from './stream-gauges.ts';
import { startDemo } from './tasks/demo.ts';
import { startFinalsTask } from './tasks/finals.ts';
import { startMailTask } from './tasks/mail.ts';
import { startSweepTask } from './tasks/sweep.ts';

export type Services = {
  /** Hands leadership over and sends the viewers away; before the port closes, which waits for its connections. */
  readonly leave: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** @param http the server that sockets attach to; it answers that all is being started */
export const startServices = async (parts: Parts, http: Server): Promise<Services> => {
  const stops: (() => Promise<void> | void)[] = [];
  const isDemoOpen = parts.config.demo.hasLogins || isLocalOnly(parts.config);
  await parts.repositories.accounts.users.setDemoLogins(isDemoOpen ? 'open' : 'shut');
  stops.push(startMailTask(parts));
  stops.push(startSweepTask(parts));
  stops.push(startFinalsTask(parts));
  const live = await startLive(parts, http);
  await parts.stream.start(live);
  streamObserved(parts.telemetry, parts.log, {
    isLeading: parts.stream.isLeading,
    figures: getStreamFigures({ stream: parts.stream, standings: parts.repositories.streamStandings }),
  });
  stops.push(parts.stream.stop);
  stops.push(await startDemo(parts));
  return {
    leave: async () => {
      await Promise.all([parts.stream.handOver(), live.stop()]);
    },
    stop: async () => {
      for (const stop of stops.reverse()) await stop();
    },
  };
};
