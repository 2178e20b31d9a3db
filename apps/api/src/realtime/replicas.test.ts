import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson, type Delta, type Snapshot } from '@bball/engine';
import { absorb } from '@bball/sync';
import { toldGame } from '../../testing/deltas.ts';
import { eventually } from '../../testing/eventually.ts';
import type { Standing } from '../repositories/game-results.ts';
import { makeReplicas } from './replicas.ts';

const { gameId, deltas, end } = toldGame('replicas', 120);

const stateAfter = (count: number): Snapshot => {
  let state: Snapshot | null = null;
  for (const delta of deltas.slice(0, count)) ({ state } = absorb(state, delta));
  return state!;
};

const standing = (at: Snapshot | null, headSeq = at?.revision ?? 0): readonly Standing[] => [
  { gameId, headSeq, revision: at?.revision ?? 0, engineVersion: at?.engineVersion ?? 0 },
];

/** A store whose newest state is set by hand; each look is counted. */
const makeStore = () => {
  const store = {
    at: null as Snapshot | null,
    looks: 0,
    newest: async () => {
      store.looks += 1;
      return store.at;
    },
    standings: async () => standing(store.at),
  };
  return store;
};

const replicasOf = (store: ReturnType<typeof makeStore>, moved: Delta[] = []) =>
  makeReplicas({
    store,
    nowMs: () => performance.now(),
    onMoved: (delta) => moved.push(delta),
    onTrouble: (error) => {
      throw error;
    },
  });

test('L-3: a game nobody watches here is not followed', () => {
  const replicas = replicasOf(makeStore());
  replicas.take(deltas[0]!);
  assert.equal(replicas.state(gameId), null);
});

test('L-3, L-10: many first watchers make one load, and deltas that come meanwhile join', async () => {
  const store = makeStore();
  store.at = stateAfter(50);
  const replicas = replicasOf(store);
  const opened = Promise.all(Array.from({ length: 20 }, () => replicas.open(gameId)));
  for (const delta of deltas.slice(50)) replicas.take(delta);
  await opened;
  assert.equal(store.looks, 1);
  await eventually(() => assert.equal(canonicalJson(replicas.state(gameId)), canonicalJson(end)));
});

test('L-3: a gap is filled from the store, also when the store is late, and nothing falls back', async () => {
  const store = makeStore();
  store.at = stateAfter(10);
  const moved: Delta[] = [];
  const replicas = replicasOf(store, moved);
  await replicas.open(gameId);
  replicas.take(deltas[20]!);
  await eventually(() => assert.ok(store.looks >= 2));
  assert.equal(replicas.state(gameId)?.revision, store.at.revision, 'the store has not got there yet');
  store.at = stateAfter(20);
  await eventually(() => assert.equal(replicas.state(gameId)?.revision, deltas[20]!.revision));
  replicas.take(deltas[5]!);
  assert.equal(replicas.state(gameId)?.revision, deltas[20]!.revision);
  const revisions = moved.map(({ revision }) => revision);
  assert.deepEqual(
    revisions,
    [...revisions].sort((a, b) => a - b),
  );
});

test('L-3, I-21: what the store has newer is found by the look before a pulse', async () => {
  const store = makeStore();
  const replicas = replicasOf(store);
  await replicas.open(gameId);
  assert.equal(replicas.state(gameId), null);
  store.at = stateAfter(30);
  await replicas.compare();
  assert.equal(replicas.state(gameId)?.revision, store.at.revision);
  assert.equal(replicas.headSeq(gameId), store.at.revision);
});
