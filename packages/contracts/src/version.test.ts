import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson, sha256Hex } from '@bball/engine';
import { z } from 'zod';
import * as contracts from './index.ts';
import type { RouteSpec } from './route.ts';
import { fromClient, fromServer } from './socket/messages.ts';

/** Of everything that crosses a wire under this version. A change moves the version, its line in the diary, and this. */
const wire = { version: 2, hash: '1ded6b5a17e5fef5' } as const;

const isRoute = (value: unknown): value is RouteSpec =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'responses' in value;

/** Words for people do not cross a wire; patterns that zod makes by itself for formats change with its releases. */
const bare = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(bare);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { pattern, description, ...rest } = schema as {
    readonly [key in 'pattern' | 'description' | 'format']?: unknown;
  };
  const kept = pattern === undefined || rest.format !== undefined ? rest : { pattern, ...rest };
  return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, bare(value)]));
};

const written = (schema: z.ZodType | undefined | null, io: 'input' | 'output'): unknown =>
  schema ? bare(z.toJSONSchema(schema, { io, unrepresentable: 'any' })) : null;

const routes = (): unknown[] =>
  Object.values(contracts as Readonly<Record<string, unknown>>)
    .filter(isRoute)
    .map(({ method, path, access, params, query, body, responses }) => ({
      method,
      path,
      access,
      params: written(params, 'input'),
      query: written(query, 'input'),
      body: written(body, 'input'),
      responses: Object.entries(responses).map(([status, answer]) => [status, written(answer, 'output')]),
    }))
    .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));

test('what crosses a wire changes only together with its version', () => {
  const messages = {
    ...fromServer,
    ...Object.fromEntries(Object.entries(fromClient).map(([name, said]) => [`${name}?`, said])),
  };
  const everything = {
    events: written(contracts.gameEvent, 'input'),
    messages: Object.entries(messages).map(([name, message]) => [name, written(message, 'output')]),
    problems: Object.entries(contracts.problems).map(([code, { status }]) => [code, status]),
    routes: routes(),
  };
  const hash = sha256Hex(canonicalJson(everything)).slice(0, 16);
  assert.equal(contracts.contractVersion, wire.version);
  assert.equal(
    hash,
    wire.hash,
    `the wire changed: move contractVersion with a line in its diary, then this to { version, hash: '${hash}' }`,
  );
});
