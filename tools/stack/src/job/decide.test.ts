import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, type Seen } from './decide.ts';

const seen = (changes: Partial<Seen>): Seen => ({ jobs: [], hasJar: true, checkpoint: null, spoiled: [], ...changes });
const job = (state: string) => ({ jid: 'a', name: 'live-stats', state });

test('without a jar it waits and says for what', () => {
  assert.equal(decide(seen({ hasJar: false })).do, 'wait');
});

test('a job that runs or is about to is left alone', () => {
  assert.deepEqual(decide(seen({ jobs: [job('RUNNING')] })), { do: 'watch', jobId: 'a', isRunning: true });
  assert.deepEqual(decide(seen({ jobs: [job('RESTARTING')] })), { do: 'watch', jobId: 'a', isRunning: false });
});

test('a JobManager that forgot its job gets it again, from the newest checkpoint', () => {
  assert.deepEqual(decide(seen({ checkpoint: 'chk-7' })), { do: 'submit', from: 'chk-7' });
  assert.deepEqual(decide(seen({ jobs: [job('FAILED')], checkpoint: 'chk-7' })), { do: 'submit', from: 'chk-7' });
});

test('a checkpoint that no job could start from is passed over', () => {
  assert.deepEqual(decide(seen({ checkpoint: 'chk-7', spoiled: ['chk-7'] })), { do: 'submit', from: null });
});
