/** The OpenAPI 3.1 document, made from the same declarations that the endpoints are checked by. */
import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { type ProblemCode, problem, problems, type RouteSpec } from '@bball/contracts';
import type { ZodObject } from 'zod';
import type { Endpoint } from '../endpoint.ts';

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

export const openApiOf = (endpoints: readonly Endpoint[], version: string): OpenApiDocument => {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' });
  for (const { spec } of endpoints) registry.registerPath(pathOf(spec));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Basketball Tracker',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Games as append-only logs of plays, and everything that follows from them. Refusals are RFC 9457 problems with a stable `code`.',
    },
    servers: [{ url: '/' }],
  });
};

const pathOf = (spec: RouteSpec): RouteConfig => ({
  method: spec.method,
  path: spec.path,
  operationId: operationIdOf(spec),
  summary: spec.summary,
  ...(spec.description === undefined ? {} : { description: spec.description }),
  tags: [...spec.tags],
  security: securityOf(spec),
  request: {
    ...(spec.params === undefined ? {} : { params: spec.params as ZodObject }),
    ...(spec.query === undefined ? {} : { query: spec.query as ZodObject }),
    ...(spec.body === undefined
      ? {}
      : { body: { required: true, content: { 'application/json': { schema: spec.body } } } }),
  },
  responses: { ...successesOf(spec), ...refusalsOf(spec) },
});

/** `get /v1/games/{gameId}/box-score` → `getV1GamesByGameIdBoxScore`, less the version. */
const operationIdOf = ({ method, path }: RouteSpec): string =>
  method +
  path
    .replace(/^\/v1/, '')
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[/-]/)
    .filter((word) => word !== '')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');

const securityOf = ({ access }: RouteSpec): RouteConfig['security'] & object =>
  access === 'public' ? [] : access === 'anyone' ? [{}, { bearer: [] }] : [{ bearer: [] }];

const successesOf = ({ responses }: RouteSpec): RouteConfig['responses'] =>
  Object.fromEntries(
    Object.entries(responses).map(([status, schema]) => [
      status,
      {
        description: descriptions[status] ?? 'Done',
        ...(schema === null ? {} : { content: { 'application/json': { schema } } }),
      },
    ]),
  );

const descriptions: { readonly [status: string]: string } = {
  200: 'Done',
  201: 'Made',
  202: 'Taken; what follows comes by mail',
  204: 'Done, nothing to say',
  304: 'Not changed',
};

/** Refusals by status, each with its codes. */
const refusalsOf = (spec: RouteSpec): RouteConfig['responses'] => {
  const byStatus = Map.groupBy(codesOf(spec), (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('  \n'),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );
};

const codesOf = ({ access, params, query, body, problems: own = [] }: RouteSpec): readonly ProblemCode[] => [
  ...new Set<ProblemCode>([
    ...((params ?? query ?? body) ? (['request-malformed'] as const) : []),
    ...(body === undefined ? [] : (['json-unreadable', 'body-too-large', 'body-not-json'] as const)),
    ...(access === 'public' ? [] : (['token-invalid', 'session-ended'] as const)),
    ...(access === 'signed-in' || access === 'verified' ? (['sign-in-required'] as const) : []),
    ...(access === 'verified' ? (['email-not-verified'] as const) : []),
    ...own,
    'too-many-requests',
    'server-busy',
    'internal-error',
  ]),
];
