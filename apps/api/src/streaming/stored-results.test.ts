import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GameResult } from '@bball/engine';
import { makeStoredResults } from './stored-results.ts';

type Version = { readonly revision: number; readonly engineVersion: number };

/** Which of the two is taken. */
const taken = async (inRedis: Version | null, inPostgres: Version | null, headSeq = 50): Promise<string | null> => {
  const { result } = makeStoredResults({
    cache: { result: async () => inRedis && ({ ...inRedis, from: 'Redis' } as unknown as GameResult) },
    results: {
      standings: async () => [{ gameId: 'game', headSeq, ...(inPostgres ?? { revision: 0, engineVersion: 0 }) }],
      find: async () => inPostgres && { ...inPostgres, hash: '', bytes: Buffer.from('{"from": "PostgreSQL"}') },
    },
  });
  const found = (await result('game')) as { readonly from: string } | null;
  return found?.from ?? null;
};

const at = (revision: number, engineVersion = 2): Version => ({ revision, engineVersion });

test('L-3: the newer of the two is taken; PostgreSQL may lag', async () => {
  assert.equal(await taken(at(40), at(30)), 'Redis');
  assert.equal(await taken(at(40), null), 'Redis');
  assert.equal(await taken(at(40), at(40)), 'Redis');
});

test('L-5, W-1: what is stale in Redis never wins, neither by its revision nor by its engine', async () => {
  assert.equal(await taken(at(30), at(40)), 'PostgreSQL');
  assert.equal(await taken(at(40, 1), at(40, 2)), 'PostgreSQL');
});

test('W-2: what is beyond the log is of a lost timeline', async () => {
  assert.equal(await taken(at(60), at(40), 50), 'PostgreSQL');
  assert.equal(await taken(at(60), null, 50), null);
});

test('I-24: without Redis PostgreSQL answers', async () => {
  assert.equal(await taken(null, at(40)), 'PostgreSQL');
  assert.equal(await taken(null, null), null);
});
