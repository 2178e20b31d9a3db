/** Starts and stops of the real program: nothing that ends it, however, may hinder the next start or lose what was acknowledged. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { registerForm } from '../testing/account.ts';
import { caller } from '../testing/call.ts';
import { eventually } from '../testing/eventually.ts';
import { freePort, livingPostgres, startProgram, temporaryDataFolder } from '../testing/program.ts';

const folder = temporaryDataFolder();
const port = await freePort();
const environment = { DATA_DIR: folder.path, PORT: String(port) };
const started: ReturnType<typeof startProgram>[] = [];
const start = (more: Readonly<Record<string, string>> = {}) => {
  const program = startProgram({ ...environment, ...more });
  started.push(program);
  return program;
};
after(async () => {
  for (const program of started) program.process.kill('SIGINT');
  await Promise.all(started.map(({ ended }) => ended));
  folder.remove();
});

const isKnown = async (url: string, email: string): Promise<boolean> => {
  const { body } = await caller(url)('GET', '/dev/mailbox', { headers: { Accept: 'application/json' } });
  return body.mails.some((mail: { to: string }) => mail.to === email);
};

test('a first start makes its database, answers, and prints where', async () => {
  const program = start();
  const url = await program.ready;
  assert.equal(url, `http://localhost:${port}`);
  assert.deepEqual((await caller(url)('GET', '/ready')).body, { status: 'ready' });
  await caller(url)('POST', '/v1/accounts/register', { body: registerForm('first@example.org') });
  const metrics = /http:\/\/localhost:\d+\/metrics/.exec(program.output())?.[0] ?? '';
  assert.match(await (await fetch(metrics)).text(), /http_request_duration_ms_count\{/);
  assert.match(program.output(), /\/docs[\s\S]*\/dev\/mailbox[\s\S]*Ctrl-C/);
});

test('a second start says that one runs and ends with 1; the first goes on', async () => {
  const second = start({ PORT: String(await freePort()) });
  assert.deepEqual(await second.ended, { code: 1, signal: null });
  assert.match(second.output(), /runs already/);
  assert.doesNotMatch(second.output(), /\n\s+at /);
  assert.equal((await caller(`http://localhost:${port}`)('GET', '/ready')).status, 200);
});

test('after kill -9 the next start finds everything, and adopts the database that was left running', async () => {
  started[0]!.process.kill('SIGKILL');
  await started[0]!.ended;
  const orphan = livingPostgres(folder.path);
  assert.notEqual(orphan, null);
  const url = await start().ready;
  assert.equal(livingPostgres(folder.path), orphan);
  assert.ok(await isKnown(url, 'first@example.org'));
});

test('after kill -9 of the program and of its database the next start repairs and finds everything', async () => {
  const program = started.at(-1)!;
  await caller(await program.ready)('POST', '/v1/accounts/register', { body: registerForm('second@example.org') });
  program.process.kill('SIGKILL');
  process.kill(livingPostgres(folder.path)!, 'SIGKILL');
  await program.ended;
  const url = await start().ready;
  assert.ok(await isKnown(url, 'second@example.org'));
});

test('Ctrl-C stops it with 0 and leaves no database running', async () => {
  const program = started.at(-1)!;
  program.process.kill('SIGINT');
  assert.deepEqual(await program.ended, { code: 0, signal: null });
  await eventually(() => assert.equal(livingPostgres(folder.path), null));
});

test('Ctrl-C in the middle of a start stops it too, and leaves no database running', async () => {
  const program = start();
  await eventually(() => assert.notEqual(livingPostgres(folder.path), null));
  program.process.kill('SIGINT');
  assert.deepEqual(await program.ended, { code: 0, signal: null });
  assert.doesNotMatch(program.output(), /is ready/);
  assert.equal(livingPostgres(folder.path), null);
});

test('the next start finds everything again', async () => {
  assert.ok(await isKnown(await start().ready, 'second@example.org'));
});

test('a port that is taken is said in one line, and its database is stopped again', async () => {
  const other = temporaryDataFolder();
  try {
    const program = start({ DATA_DIR: other.path });
    assert.deepEqual(await program.ended, { code: 1, signal: null });
    assert.match(program.output(), /Port \d+ is taken by another program/);
    assert.equal(livingPostgres(other.path), null);
  } finally {
    other.remove();
  }
});

test('a data folder that cannot be, and a strange pid file, are said in one line each', async () => {
  const other = temporaryDataFolder();
  try {
    const place = join(other.path, 'in the way');
    writeFileSync(place, '');
    const nowhere = start({ DATA_DIR: place, PORT: String(await freePort()) });
    assert.equal((await nowhere.ended).code, 1);
    assert.match(nowhere.output(), /^The data folder [^\n]+ cannot be used \([^\n]+\n$/);

    mkdirSync(join(other.path, 'postgres'));
    writeFileSync(join(other.path, 'postgres/postmaster.pid'), 'garbage\n');
    const strange = start({ DATA_DIR: other.path, PORT: String(await freePort()) });
    assert.equal((await strange.ended).code, 1);
    assert.match(strange.output(), /^[^\n]+postmaster\.pid holds no process id\.[^\n]+\n$/);
  } finally {
    other.remove();
  }
});

test('a configuration that is wrong is listed and nothing is started', async () => {
  const program = start({ PORT: 'many', LOG_LEVEL: 'loud' });
  assert.equal((await program.ended).code, 1);
  assert.match(program.output(), /PORT[\s\S]*LOG_LEVEL/);
});
