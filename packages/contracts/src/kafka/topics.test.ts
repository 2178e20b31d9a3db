import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topicsOf } from './topics.ts';

const byName = (environment: 'local' | 'production') =>
  Object.fromEntries(topicsOf(environment).map((topic) => [topic.name, topic]));

test('game-events are kept 7 days and deleted, game-state is compacted', () => {
  const topics = byName('local');
  assert.equal(topics['game-events']?.settings['retention.ms'], '604800000');
  assert.equal(topics['game-events']?.settings['cleanup.policy'], 'delete');
  assert.equal(topics['game-state']?.settings['cleanup.policy'], 'compact');
  assert.equal(topics['game-state']?.settings['retention.ms'], undefined);
});

test('in production an acknowledged record is on two brokers of three, for every topic', () => {
  for (const { replicas, settings } of topicsOf('production'))
    assert.deepEqual([replicas, settings['min.insync.replicas']], [3, '2']);
});

test('requests and dead letters have one partition, whatever the environment', () => {
  for (const environment of ['local', 'production'] as const)
    for (const name of ['game-log-requests', 'game-events-dead'])
      assert.equal(byName(environment)[name]?.partitions, 1);
});
