/** The last of the files on the shared stack: what it says of itself is true, and a supervisor that is killed leaves nothing running. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parts } from '@bball/stack/parts';
import { accepts } from '@bball/stack/probe';
import { beganOf, runningOf, signal } from '@bball/stack/process-file';
import { statusOf } from '@bball/stack/status';
import { isAllUp, sayToStack } from '@bball/stack/testing/own-stack';
import { eventually } from './driver/eventually.ts';
import { openStack, stackOptions, type TestedStack } from './driver/shared-stack.ts';

const patienceMs = 90_000;
let stack: TestedStack;
before(async () => {
  stack = await openStack();
});
after(() => stack?.stop());

const wanted = parts.filter(({ name }) => !stackOptions.without?.includes(name));
const servers = wanted.filter(({ kind }) => kind === 'server');
const pidsOf = () =>
  servers.map(({ name }) => runningOf(stack.place.folder, name)?.pid ?? assert.fail(`${name} does not run`));

test('everything together fits in 2 GB', async () => {
  await eventually(async () => assert.ok(await isAllUp(stack.place, stackOptions.without)), patienceMs);
  const memory = (await statusOf(stack.place)).map(({ memoryMb }) => memoryMb ?? 0);
  const all = memory.reduce((sum, mb) => sum + mb, 0);
  assert.ok(all > 500 && all < 2048, `${all} MB`);
});

test('status tells of a part that was killed, that it runs again, and how often that was', async () => {
  const restarts = async () => (await statusOf(stack.place)).find(({ part }) => part.name === 'redis')?.restarts ?? 0;
  const before = await restarts();
  await sayToStack(stackOptions, 'kill', 'redis');
  await eventually(async () => assert.equal(await restarts(), before + 1));
  await eventually(async () => assert.ok(await isAllUp(stack.place, stackOptions.without)), patienceMs);
  assert.match(await sayToStack(stackOptions, 'status'), new RegExp(`redis +ready .* ${before + 1} restarts`));
});

test('after kill -9 of the supervisor no part is left, and status says so', async () => {
  const pids = pidsOf();
  signal(runningOf(stack.place.folder, 'supervisor')?.pid ?? 0, 'SIGKILL');
  await eventually(() =>
    assert.deepEqual(
      pids.filter((pid) => beganOf(pid) !== null),
      [],
    ),
  );
  for (const { port, name } of servers) if (port !== null) assert.ok(!(await accepts(stack.place.port(name))), name);
  for (const { part, is } of await statusOf(stack.place)) assert.equal(is, 'stopped', part.name);
});
