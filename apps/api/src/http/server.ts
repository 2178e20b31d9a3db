/**
 * The frame around all endpoints, in this order: trace → size of the address → headers → CORS → endpoints → pages → 404 → errors.
 * An endpoint is: limits → who asks → body → contract → handler → answer or problem.
 */
import compression from 'compression';
import cors from 'cors';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/index.ts';
import type { Telemetry } from '../telemetry.ts';
import { type AnswerDeps, answer } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { isBusy, problemOfBodyParser } from './failures.ts';
import { sendProblem, traceIdOf } from './problem.ts';
import { trace } from './trace.ts';

export type ServerDeps = AnswerDeps & {
  readonly telemetry: Telemetry;
  readonly endpoints: readonly Endpoint[];
  /** What is not part of the API: health, docs, mailbox, the web app. Mounted after the endpoints. */
  readonly pages: readonly RequestHandler[];
  readonly randomHex: (bytes: number) => string;
  readonly monotonicMs: () => number;
};

const maxAddressChars = 2048;
const defaultBodyBytes = 64 * 1024;

export const makeServer = (deps: ServerDeps): Express => {
  const { config, endpoints, pages } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.http.trustProxy);
  app.use(trace(deps));
  app.use(refuseLongAddress);
  app.use(securityHeaders(config));
  app.use(compression());
  app.use('/v1', crossOrigin(config));
  for (const endpoint of endpoints) mount(app, endpoint, deps);
  app.use('/v1', unknownRoute(endpoints));
  for (const page of pages) app.use(page);
  app.use((request, response) => sendProblem(request, response, 'route-not-found'));
  app.use(onError(deps));
  return app;
};

/** `/v1/games/{gameId}` as Express writes it. */
export const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

const mount = (app: Express, endpoint: Endpoint, deps: ServerDeps): void => {
  const { method, path, body, bodyBytes } = endpoint.spec;
  const readers =
    body === undefined ? [] : [requireJson, express.json({ limit: bodyBytes ?? defaultBodyBytes, strict: true })];
  const named: RequestHandler = (_request, response, next) => {
    response.locals.route = path;
    next();
  };
  app[method](expressPath(path), named, ...answer(endpoint, readers, deps));
};

const requireJson: RequestHandler = (request, response, next) =>
  request.is('application/json') === false && request.headers['content-length'] !== '0'
    ? sendProblem(request, response, 'body-not-json')
    : next();

const refuseLongAddress: RequestHandler = (request, response, next) =>
  request.originalUrl.length > maxAddressChars ? sendProblem(request, response, 'address-too-long') : next();

const securityHeaders = ({ http }: Config): RequestHandler => {
  const isHttps = http.publicUrl?.startsWith('https://') ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // React Native for the web writes its style sheet into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...http.allowedOrigins],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
};

/** Pages elsewhere may read the public doors; only listed ones may send credentials of their own. */
const crossOrigin = ({ http }: Config): RequestHandler => {
  const own = cors({
    origin: [...http.allowedOrigins],
    credentials: true,
    maxAge: 600,
    exposedHeaders: ['ETag', 'Retry-After', 'X-Request-Id'],
  });
  const anybody = cors({
    origin: '*',
    methods: ['GET'],
    maxAge: 600,
    exposedHeaders: ['ETag', 'Retry-After', 'X-Request-Id'],
  });
  return (request, response, next) => {
    if (!request.path.startsWith('/public/')) return own(request, response, next);
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    anybody(request, response, next);
  };
};

/** 405 where another method would have done, else 404. */
const unknownRoute = (endpoints: readonly Endpoint[]): RequestHandler => {
  const patterns = endpoints.map(({ spec }) => new RegExp(`^${spec.path.replace(/\{\w+\}/g, '[^/]+')}/?$`));
  return (request, response) => {
    const path = request.baseUrl + request.path;
    sendProblem(
      request,
      response,
      patterns.some((pattern) => pattern.test(path)) ? 'method-not-allowed' : 'route-not-found',
    );
  };
};

const onError =
  ({ log }: ServerDeps): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const refusal = problemOfBodyParser(error);
    if (refusal !== null) return sendProblem(request, response, refusal);
    if (isBusy(error)) {
      log.warn({ event: 'http.busy', traceId: traceIdOf(response), err: error }, 'the database did not answer in time');
      return sendProblem(request, response, 'server-busy', { retryAfterSeconds: 2 });
    }
    log.error({ event: 'http.bug', traceId: traceIdOf(response), err: error }, 'a bug answered with 500');
    sendProblem(request, response, 'internal-error');
  };
