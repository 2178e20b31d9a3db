/**
 * What runs beside the requests, started in this order and stopped in reverse. To add one: start it here with the parts it needs and
 * push its stop.
 */
import type { Server } from 'node:http';
import type { Parts } from './parts.ts';
import { startMailTask } from './tasks/mail.ts';
import { startSweepTask } from './tasks/sweep.ts';

export type Services = { readonly stop: () => Promise<void> };

/** @param _http the server that sockets attach to; it is not listening yet */
export const startServices = async (parts: Parts, _http: Server): Promise<Services> => {
  const stops: (() => Promise<void> | void)[] = [];
  stops.push(startMailTask(parts));
  stops.push(startSweepTask(parts));
  return {
    stop: async () => {
      for (const stop of stops.reverse()) await stop();
    },
  };
};
