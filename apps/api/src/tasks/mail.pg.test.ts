import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { testDatabase } from '@bball/test-kit';
import { makeLogger } from '../logger.ts';
import { makeRepositories } from '../repositories/all.ts';
import { openDatabase } from '../repositories/database.ts';
import { makeTelemetry } from '../telemetry.ts';
import { sendDue } from './mail.ts';

const server = await testDatabase();
const database = openDatabase({ url: server.url, poolSize: 4, role: server.role, onError: () => {} });
after(async () => {
  await database.close();
  await server.close();
});
let nowMs = Date.parse('2026-11-24T18:00:00.000Z');
const parts = {
  repositories: makeRepositories(database),
  telemetry: makeTelemetry(false),
  log: makeLogger({ level: 'silent' }),
  nowMs: () => nowMs,
};
const { mails } = parts.repositories.accounts;

const queue = async (): Promise<string> => {
  const id = randomUUID();
  await mails.queue({
    id,
    toEmail: 'a@example.org',
    kind: 'verify-email',
    subject: 'Subject',
    body: 'Body',
    atMs: nowMs,
  });
  return id;
};

test('a queued mail is sent once, also when two processes look at the same time', async () => {
  const id = await queue();
  const sent: string[] = [];
  const send = async (mail: { id: string }): Promise<void> => void sent.push(mail.id);
  await Promise.all([sendDue(parts, send), sendDue(parts, send)]);
  await sendDue(parts, send);
  assert.deepEqual(sent, [id]);
});

test('a mail that could not be sent is tried again, later each time', async () => {
  const id = await queue();
  const tries: number[] = [];
  const fail = async (): Promise<void> => {
    tries.push(nowMs);
    throw new Error('the mail server is away');
  };
  for (let second = 0; second < 20; second += 1) {
    await sendDue(parts, fail);
    nowMs += 1_000;
  }
  const waits = tries.slice(1).map((at, index) => at - tries[index]!);
  assert.deepEqual(waits, [2_000, 4_000, 8_000]);
  nowMs += 60_000;
  const sent: string[] = [];
  await sendDue(parts, async (mail) => void sent.push(mail.id));
  assert.deepEqual(sent, [id]);
});

test('a mail whose sender died is due again after its lease', async () => {
  const id = await queue();
  assert.deepEqual(
    (await mails.takeDue(nowMs, 60_000)).map((mail) => mail.id),
    [id],
  );
  assert.deepEqual(await mails.takeDue(nowMs + 59_000, 60_000), []);
  assert.equal((await mails.takeDue(nowMs + 60_000, 60_000)).length, 1);
});
