import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ListKey, listed, pageOf } from './cursor.ts';

const key: ListKey = { list: 'teams', parts: ['text', 'id'] };
const id = '0190a5c2-1111-7000-8000-000000000001';

const cursorAfter = (name: string): string => {
  const { nextCursor } = listed(
    key,
    { limit: 1 },
    [
      [name, id],
      ['Z', id],
    ],
    (row) => row,
  );
  assert.ok(nextCursor !== null);
  return nextCursor;
};

test('a cursor leads back to the row it was made of', () => {
  const page = pageOf(key, { limit: 25, cursor: cursorAfter('Águilas “B”') });
  assert.deepEqual(page, { ok: true, value: { after: ['Águilas “B”', id], limit: 26 } });
});

test('the last page has no cursor', () => {
  assert.equal(
    listed(
      key,
      { limit: 2 },
      [
        ['A', id],
        ['B', id],
      ],
      (row) => row,
    ).nextCursor,
    null,
  );
});

test('a cursor of another list is refused', () => {
  const page = pageOf({ list: 'leagues', parts: ['text', 'id'] }, { limit: 25, cursor: cursorAfter('A') });
  assert.equal(page.ok, false);
});

test('whatever comes in as a cursor is a page or a refusal, never an error', () => {
  const games: ListKey = { list: 'games', parts: ['moment', 'id'] };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
        fc
          .tuple(fc.string(), fc.string())
          .map((values) => Buffer.from(JSON.stringify(['games', ...values])).toString('base64url')),
      ),
      (cursor) => {
        const page = pageOf(games, { limit: 25, cursor });
        if (page.ok) assert.match(page.value.after?.[1] ?? '', /^[0-9a-f-]{36}$/);
      },
    ),
  );
});

test('a moment that the calendar does not have is refused', () => {
  const games: ListKey = { list: 'games', parts: ['moment', 'id'] };
  const cursorOf = (moment: string): string => Buffer.from(JSON.stringify(['games', moment, id])).toString('base64url');
  for (const moment of ['2026-02-30T00:00:00.000Z', '0000-01-01T00:00:00.000Z', '2026-01-01T24:00:00.000Z'])
    assert.equal(pageOf(games, { limit: 25, cursor: cursorOf(moment) }).ok, false, moment);
  assert.equal(pageOf(games, { limit: 25, cursor: cursorOf('2026-02-28T23:59:59.999Z') }).ok, true);
});
