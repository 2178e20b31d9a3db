/** The OpenAPI 3.1 document, made from the same declarations that the endpoints are checked by. */
import { type ProblemCode, problem, problems, type RouteSpec } from '@bball/contracts';
import type { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { type DraftSchema, openSchemaBook, type SchemaBook } from './json-schemas.ts';

export type OpenApiDocument = { readonly openapi: '3.1.0'; readonly [key: string]: unknown };

export const openApiOf = (endpoints: readonly Endpoint[], version: string): OpenApiDocument => {
  const book = openSchemaBook();
  const paths: { [path: string]: { [method: string]: unknown } } = {};
  for (const { spec } of endpoints) paths[spec.path] = { ...paths[spec.path], [spec.method]: operationOf(spec, book) };
  const { document, schemas } = book.settle(paths);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Basketball Tracker',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Games as append-only logs of plays, and everything that follows from them. Refusals are RFC 9457 problems with a stable `code`.',
    },
    servers: [{ url: '/' }],
    paths: document,
    components: { schemas, securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  };
};

const operationOf = (spec: RouteSpec, book: SchemaBook) => ({
  operationId: operationIdOf(spec),
  summary: spec.summary,
  ...(spec.description === undefined ? {} : { description: spec.description }),
  tags: spec.tags,
  security: securityOf(spec),
  parameters: [...parametersOf('path', spec.params, book), ...parametersOf('query', spec.query, book)],
  ...(spec.body === undefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: book.write(spec.body, 'in') } } } }),
  responses: { ...successesOf(spec, book), ...refusalsOf(spec, book) },
});

/** `get /v1/games/{gameId}/box-score` → `getGamesByGameIdBoxScore`. */
const operationIdOf = ({ method, path }: RouteSpec): string =>
  method +
  path
    .replace(/^\/v1/, '')
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[/-]/)
    .filter((word) => word !== '')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');

const securityOf = ({ access }: RouteSpec) =>
  access === 'public' ? [] : access === 'anyone' ? [{}, { bearer: [] }] : [{ bearer: [] }];

const parametersOf = (place: 'path' | 'query', schema: z.ZodType | undefined, book: SchemaBook) => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = book.write(schema, 'in') as {
    properties?: { [name: string]: DraftSchema };
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, parameter]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: parameter,
  }));
};

const successesOf = ({ responses }: RouteSpec, book: SchemaBook) =>
  Object.fromEntries(
    Object.entries(responses).map(([status, schema]) => [
      status,
      {
        description: descriptions[status] ?? 'Done',
        ...(schema === null ? {} : { content: { 'application/json': { schema: book.write(schema, 'out') } } }),
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
const refusalsOf = (spec: RouteSpec, book: SchemaBook) => {
  const byStatus = Map.groupBy(codesOf(spec), (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('  \n'),
        content: { 'application/problem+json': { schema: book.write(problem, 'out') } },
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
