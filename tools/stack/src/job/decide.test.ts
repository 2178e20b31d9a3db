import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, type Seen } from './decide.ts';

const seen = (changes: Partial<Seen>): Seen => ({
  jobs: [],
  jar: 'new',
  runsFrom: 'new',
  checkpoint: null,
  spoiled: [],
  ...changes,
});
const job = (state: string) => ({ jid: 'a', name: 'live-stats', state });

test('without a jar it waits and says for what', () => {
  assert.equal(decide(seen({ jar: null })).do, 'wait');
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

test('J-11: a running job of another jar is stopped with a savepoint, one that is only starting is waited for', () => {
  assert.deepEqual(decide(seen({ jobs: [job('RUNNING')], runsFrom: 'old' })), { do: 'stop', jobId: 'a' });
  assert.equal(decide(seen({ jobs: [job('INITIALIZING')], runsFrom: 'old' })).do, 'watch');
});

test('J-11: the job that was stopped is followed by the jar in place, from the savepoint', () => {
  const stopped = seen({ jobs: [job('FINISHED')], runsFrom: 'old', checkpoint: 'savepoint-1' });
  assert.deepEqual(decide(stopped), { do: 'submit', from: 'savepoint-1' });
});

test('a running job of which nobody knows the jar is left alone', () => {
  assert.equal(decide(seen({ jobs: [job('RUNNING')], runsFrom: null })).do, 'watch');
});

test('J-11: of another jar’s job that only fails no savepoint is waited for', () => {
  assert.deepEqual(decide(seen({ jobs: [job('RESTARTING')], runsFrom: 'old' })), { do: 'cancel', jobId: 'a' });
});
