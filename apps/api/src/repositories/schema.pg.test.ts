/** The Prisma schema describes the tables that the SQL migrations made: each model a table, each field a column of its kind. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '@bball/test-kit';

const database = await testDatabase();
after(() => database.close());
const folder = join(import.meta.dirname, '../../prisma/schema');
const text = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

type Field = { readonly column: string; readonly type: string; readonly isRequired: boolean };

const modelNames = new Set([...text.matchAll(/^model (\w+)/gm)].map(([, name]) => name!));
const models = [...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, name, body]) => ({
  name: name!,
  table: /@@map\("(\w+)"\)/.exec(body!)?.[1] ?? name!,
  fields: body!.split('\n').flatMap(fieldOf),
}));

function fieldOf(line: string): readonly Field[] {
  const [, name, type, mark = ''] = /^\s+(\w+)\s+(\w+)(\[\]|\?)?/.exec(line) ?? [];
  if (name === undefined || type === undefined || modelNames.has(type)) return [];
  return [
    {
      column: /@map\("(\w+)"\)/.exec(line)?.[1] ?? name,
      type: mark === '[]' ? 'List' : type,
      isRequired: mark !== '?',
    },
  ];
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  String: ['text', 'uuid', 'character varying'],
  Int: ['integer', 'smallint'],
  BigInt: ['bigint'],
  Boolean: ['boolean'],
  DateTime: ['timestamp with time zone', 'date'],
  Bytes: ['bytea'],
  Json: ['jsonb'],
  List: ['ARRAY'],
};

for (const { name, table, fields } of models) {
  test(`${name} is the table ${table}, column by column`, async () => {
    const { rows } = await database.pool.query<{ column_name: string; data_type: string; is_nullable: string }>(
      "select column_name, data_type, is_nullable from information_schema.columns where table_schema = 'public' and table_name = $1",
      [table],
    );
    const columns = new Map(rows.map((row) => [row.column_name, row]));
    assert.deepEqual(fields.map(({ column }) => column).sort(), [...columns.keys()].sort());
    for (const { column, type, isRequired } of fields) {
      const { data_type, is_nullable } = columns.get(column)!;
      assert.ok(kinds[type]?.includes(data_type), `${column}: ${type} is ${data_type}`);
      assert.equal(is_nullable === 'NO', isRequired, `${column} may ${isRequired ? '' : 'not '}be null in SQL`);
    }
  });
}

test('every table has its model', async () => {
  const { rows } = await database.pool.query<{ table_name: string }>(
    "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const known = new Set([...models.map(({ table }) => table), '_prisma_migrations']);
  assert.deepEqual(
    rows.map(({ table_name }) => table_name).filter((table) => !known.has(table)),
    [],
  );
});
