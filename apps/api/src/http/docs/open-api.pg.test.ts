import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTestApi } from '@bball/test-kit';
import { Validator } from '@seriousme/openapi-schema-validator';
import { caller } from '../../../testing/call.ts';
import { allEndpoints } from '../index.ts';

const api = await startTestApi();
after(() => api.stop());
const call = caller(api.url);
const { body: document } = await call('GET', '/openapi.json');

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  assert.ok(valid, JSON.stringify(errors, null, 1)?.slice(0, 2_000));
  assert.equal(validator.version, '3.1');
});

test('every mounted route is in it, and nothing else', () => {
  const documented = Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const mounted = allEndpoints(api.parts).map(({ spec }) => `${spec.method} ${spec.path}`);
  assert.deepEqual(documented.sort(), mounted.sort());
  assert.equal(new Set(mounted).size, mounted.length, 'a route is mounted twice');
});

test('every route answers at its address: nothing documented is a 404 of the frame', async () => {
  for (const { spec } of allEndpoints(api.parts)) {
    const path = spec.path.replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');
    const { body } = await call(spec.method.toUpperCase(), path, spec.body === undefined ? {} : { body: {} });
    assert.ok(
      !['route-not-found', 'method-not-allowed', 'internal-error'].includes(body?.code),
      `${spec.method} ${path}: ${body?.code}`,
    );
  }
});

test('every operation has a name, a summary, a tag and its refusals', () => {
  const names = new Set<string>();
  for (const [path, methods] of Object.entries<
    Record<string, { operationId: string; summary: string; tags: string[]; responses: object }>
  >(document.paths)) {
    for (const operation of Object.values(methods)) {
      assert.ok(!names.has(operation.operationId), operation.operationId);
      names.add(operation.operationId);
      assert.ok(operation.summary.length > 3 && operation.tags.length > 0, path);
      assert.ok('429' in operation.responses && '500' in operation.responses, path);
    }
  }
});

test('no schema of a body lets unknown keys in', () => {
  for (const [path, methods] of Object.entries<
    Record<
      string,
      {
        requestBody?: {
          content: { 'application/json': { schema: { $ref?: string; additionalProperties?: unknown } } };
        };
      }
    >
  >(document.paths)) {
    for (const [method, { requestBody }] of Object.entries(methods)) {
      const schema = requestBody?.content['application/json'].schema;
      const resolved =
        schema?.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1)!];
      if (resolved?.properties !== undefined) assert.equal(resolved.additionalProperties, false, `${method} ${path}`);
    }
  }
});

test('every reference leads to a component', () => {
  for (const [, target] of JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)) {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(target!)?.[1];
    assert.ok(name !== undefined && name in document.components.schemas, target);
  }
});

test('the page renders the document from our own files', async () => {
  const page = await call('GET', '/docs');
  const files = [...String(page.body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
  assert.ok(files.length >= 3);
  for (const file of files) {
    assert.match(file, /^\/docs\//);
    assert.equal((await call('GET', file)).status, 200, file);
  }
});
