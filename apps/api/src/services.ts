/**
 * What runs beside the requests, started in this order and stopped in reverse. To add one: start it here with the parts it needs and
 * push its stop.
 */
import type { Server } from 'node:http';
import { type Result, reject } from './errors.ts';
import type { Parts } from './parts.ts';
import type { Actor } from './policies/actor.ts';

export type Services = {
  readonly actorOfToken: (token: string) => Promise<Result<Actor, 'token-invalid' | 'session-ended'>>;
  readonly stop: () => Promise<void>;
};

export const startServices = async (_parts: Parts, _http: Server): Promise<Services> => {
  const stops: (() => Promise<void> | void)[] = [];
  return {
    actorOfToken: async () => reject('token-invalid'),
    stop: async () => {
      for (const stop of stops.reverse()) await stop();
    },
  };
};
