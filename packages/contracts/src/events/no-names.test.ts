import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { fromServer } from '../socket/messages.ts';
import { eventSchemas } from './game-event.ts';

type Json = { readonly [key: string]: unknown };

/** Each place in a JSON Schema where a string may stand, with what is asked of it. */
const stringsIn = (schema: unknown, path: string): { readonly path: string; readonly schema: Json }[] => {
  if (Array.isArray(schema)) return schema.flatMap((part, index) => stringsIn(part, `${path}[${index}]`));
  if (typeof schema !== 'object' || schema === null) return [];
  const node = schema as Json;
  const here = node.type === 'string' ? [{ path, schema: node }] : [];
  return [...here, ...Object.entries(node).flatMap(([key, part]) => stringsIn(part, `${path}.${key}`))];
};

const allowed = (schema: Json): boolean => {
  if ('enum' in schema || 'const' in schema) return true;
  if (schema.format === 'date-time') return true;
  const patterns = [
    '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
    '^[0-9]{0,3}$',
    '^[0-9A-Za-z]{0,127}[1-9A-Za-z]$',
  ];
  return patterns.includes(String(schema.pattern));
};

for (const schema of eventSchemas) {
  test(`P7: each string of ${schema.shape.type.value} is an id, a word of a list, a rank, a moment or a shirt number`, () => {
    const json = z.toJSONSchema(schema, { unrepresentable: 'throw' });
    const strings = stringsIn(json, schema.shape.type.value);
    assert.ok(strings.length > 0);
    assert.deepEqual(
      strings.filter((found) => !allowed(found.schema)),
      [],
    );
    assert.deepEqual(openObjects(json), []);
  });
}

/** Objects that would take unknown keys. */
function openObjects(schema: unknown): unknown[] {
  if (Array.isArray(schema)) return schema.flatMap(openObjects);
  if (typeof schema !== 'object' || schema === null) return [];
  const node = schema as Json;
  const isOpen = node.type === 'object' && 'properties' in node && node.additionalProperties !== false;
  return [...(isOpen ? [node] : []), ...Object.values(node).flatMap(openObjects)];
}

test('P7: no message of the socket has a field for a name', () => {
  const words = /name|email|phone|picture|label|note|text/i;
  for (const [name, schema] of Object.entries(fromServer)) {
    const keys = keysIn(z.toJSONSchema(schema));
    assert.deepEqual(
      keys.filter((key) => words.test(key) && key !== 'notes'),
      [],
      name,
    );
  }
});

function keysIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keysIn);
  if (typeof schema !== 'object' || schema === null) return [];
  const node = schema as Json;
  const own = typeof node.properties === 'object' && node.properties !== null ? Object.keys(node.properties) : [];
  return [...own, ...Object.values(node).flatMap(keysIn)];
}
