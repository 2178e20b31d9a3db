/** What a cache or an app already has is not sent again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKnown } from './cacheable.ts';

const asking = (header: string | undefined) => ({ get: () => header }) as unknown as Parameters<typeof isKnown>[0];

test('a tag is known as it is, weakened by a cache, in a list, or as any', () => {
  for (const header of ['"1-40"', 'W/"1-40"', '"1-39", W/"1-40"', '*'])
    assert.ok(isKnown(asking(header), '"1-40"'), header);
});

test('another revision, another engine or no tag at all is not known', () => {
  for (const header of ['"1-39"', '"2-40"', '1-40', undefined]) assert.ok(!isKnown(asking(header), '"1-40"'), header);
});
