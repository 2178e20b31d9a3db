import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { Installed } from './install.ts';
import { launchers } from './launch/all.ts';
import { endOrphans } from './orphans.ts';
import { partOf, parts } from './parts.ts';
import { placeOf } from './place.ts';
import { beganOf, noteRunning, runningOf, signal } from './process-file.ts';
import type { PartState } from './status.ts';
import { stopOrder, supervise } from './supervisor.ts';

const rounds = stopOrder(parts.map(({ name }) => name));
const roundOf = (name: string) => rounds.findIndex((round) => round.some((other) => other === name));

test('every part is stopped, once', () => {
  assert.deepEqual(rounds.flat().sort(), parts.map(({ name }) => name).sort());
});

test('a part is stopped after all that wait for it', () => {
  for (const { name, after } of parts)
    for (const needed of after) assert.ok(roundOf(needed) > roundOf(name), `${needed} after ${name}`);
});

describe('a supervised part', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bball-supervised-'));
  const place = placeOf({ folder });
  after(() => rmSync(folder, { recursive: true }));

  const supervised = (program: string, heard: (state: PartState) => void) =>
    supervise({
      parts: [{ ...partOf('redis'), probe: 'none' }],
      launchers: { ...launchers, redis: async () => ({ program: process.execPath, args: ['-e', program] }) },
      surroundings: {
        place,
        installed: {} as Installed,
        options: { hasDemo: false, apiEnvironment: {} },
      },
      changed: (_, state) => heard(state),
    });
  const until = (is: PartState['is'], start: (heard: (state: PartState) => void) => void): Promise<PartState> =>
    new Promise((resolve) => start((state) => state.is === is && resolve(state)));

  test('is started again after it was killed, and is gone after a stop', async () => {
    let heard: (state: PartState) => void = () => {};
    const stack = supervised('setInterval(() => {}, 1000)', (state) => heard(state));
    const turns = (is: PartState['is']) =>
      until(is, (told) => {
        heard = told;
      });
    await turns('ready');
    const first = runningOf(folder, 'redis');
    assert.ok(first !== null);
    const down = turns('down');
    signal(first.pid, 'SIGKILL');
    assert.deepEqual(await down, { is: 'down', why: 'was killed', restarts: 1 });
    await turns('ready');
    const second = runningOf(folder, 'redis');
    assert.ok(second !== null && second.pid !== first.pid);
    await stack.stop();
    assert.equal(beganOf(second.pid), null);
    assert.equal(runningOf(folder, 'redis'), null);
  });

  test('that ends by itself says how', async () => {
    let stop = async () => {};
    const { why } = await until('down', (heard) => {
      stop = supervised('process.exit(3)', heard).stop;
    });
    assert.equal(why, 'ended with 3');
    await stop();
  });

  test('left over by a supervisor that is gone is ended by the next', async () => {
    const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    noteRunning(folder, 'kafka', orphan.pid ?? 0);
    assert.deepEqual(await endOrphans(folder, process.pid + 1), [], 'it is another one’s');
    assert.deepEqual(await endOrphans(folder), ['kafka']);
    assert.equal(runningOf(folder, 'kafka'), null);
  });
});
