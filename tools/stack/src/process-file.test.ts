import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { beganOf, forgetRunning, namesNoted, noteRunning, runningOf } from './process-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'bball-pids-'));
after(() => rmSync(folder, { recursive: true }));

test('a noted process is found until it is forgotten', () => {
  noteRunning(folder, 'kafka', process.pid);
  assert.equal(runningOf(folder, 'kafka')?.pid, process.pid);
  assert.deepEqual(namesNoted(folder), ['kafka']);
  forgetRunning(folder, 'kafka');
  assert.equal(runningOf(folder, 'kafka'), null);
});

test('a pid that came back to another process is not the noted one', () => {
  mkdirSync(join(folder, 'pids'), { recursive: true });
  writeFileSync(
    join(folder, 'pids/redis.json'),
    JSON.stringify({ pid: process.pid, began: `${beganOf(process.pid)}1`, supervisor: 1 }),
  );
  assert.equal(runningOf(folder, 'redis'), null);
});

test('half a file, as a full disk leaves it, is nobody', () => {
  writeFileSync(join(folder, 'pids/s3.json'), '{"pid": 1');
  assert.equal(runningOf(folder, 's3'), null);
});
