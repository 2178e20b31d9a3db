import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeLogger } from './logger.ts';

const logged = (write: (log: ReturnType<typeof makeLogger>) => void): string => {
  let text = '';
  write(
    makeLogger({
      level: 'info',
      destination: {
        write: (line: string) => {
          text += line;
        },
      },
    }),
  );
  return text;
};

test('secrets and names never reach a line, wherever an object carries them', () => {
  const text = logged((log) =>
    log.info(
      {
        event: 'test.fact',
        password: 'canary',
        user: { email: 'canary', displayName: 'canary', nested: { refreshToken: 'canary' } },
        request: { headers: { authorization: 'canary', cookie: 'canary' } },
      },
      'a fact',
    ),
  );
  assert.ok(!text.includes('canary'), text);
  assert.equal(JSON.parse(text).event, 'test.fact');
});

test('long text is cut at 200 characters, an error keeps name, code and stack', () => {
  const error = Object.assign(new Error('x'.repeat(500)), { code: '23505', detail: 'Key (email)=(canary) exists' });
  const line = JSON.parse(
    logged((log) => log.error({ event: 'test.bug', err: error, note: 'y'.repeat(500) }, 'a bug')),
  );
  assert.equal(line.note.length, 201);
  assert.deepEqual([line.err.name, line.err.code, line.err.message.length], ['Error', '23505', 201]);
  assert.ok(!JSON.stringify(line).includes('canary'));
});
