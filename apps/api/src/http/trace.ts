/**
 * A trace id follows the play from phone to store. It is taken from a well-formed `traceparent`, else made here; an inbound request id is
 * never believed and never echoed.
 */
import type { RequestHandler } from 'express';
import type { Logger } from '../logger.ts';
import { requestServed, type Telemetry } from '../telemetry.ts';

const traceparent = /^00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}$/;
const noTrace = '0'.repeat(32);

type TraceDeps = {
  readonly log: Logger;
  readonly telemetry: Telemetry;
  readonly randomHex: (bytes: number) => string;
  /** A clock that only goes forward, in milliseconds. */
  readonly monotonicMs: () => number;
};

export const trace =
  ({ log, telemetry, randomHex, monotonicMs }: TraceDeps): RequestHandler =>
  (request, response, next) => {
    const startedMs = monotonicMs();
    const claimed = traceparent.exec(request.get('traceparent') ?? '')?.[1];
    const traceId = claimed === undefined || claimed === noTrace ? randomHex(16) : claimed;
    response.locals.traceId = traceId;
    response.setHeader('X-Request-Id', traceId);
    response.on('close', () =>
      requestServed(telemetry, log, {
        traceId,
        method: request.method,
        route: String(response.locals.route ?? 'none'),
        status: response.statusCode,
        problem: (response.locals.problem as string | undefined) ?? null,
        durationMs: monotonicMs() - startedMs,
      }),
    );
    next();
  };
