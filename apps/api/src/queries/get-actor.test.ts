import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccessClaims } from '../credentials/access-token.ts';
import type { AccessChange } from '../repositories/access-changes.ts';
import type { StoredSession } from '../repositories/sessions.ts';
import type { User } from '../repositories/users.ts';
import { getActor } from './get-actor.ts';

const startMs = Date.parse('2026-11-24T18:00:00.000Z');
const claims: AccessClaims = {
  userId: 'user',
  sessionId: 'session',
  generation: 2,
  authTimeMs: startMs,
  epoch: 1,
  expiresAtMs: startMs + 600_000,
};
const storedSession: StoredSession = {
  id: 'session',
  userId: 'user',
  client: 'phone',
  deviceLabel: null,
  place: null,
  signedInAtMs: startMs,
  lastSeenAtMs: startMs,
  idleUntilMs: startMs + 86_400_000,
  expiresAtMs: startMs + 86_400_000,
  headGeneration: 2,
  headMadeAtMs: startMs,
  headAtMs: startMs,
  headSeen: false,
  lostInARow: 0,
  endedAtMs: null,
};
const storedUser: User = {
  id: 'user',
  email: 'somebody@example.org',
  emailNorm: 'somebody@example.org',
  isEmailVerified: true,
  passwordHash: '',
  displayName: 'Somebody',
  platformRole: null,
  country: 'DE',
  bornOn: null,
  status: 'active',
  accessEpoch: 1,
  failedSignIns: 0,
  createdAtMs: startMs,
};

const world = () => {
  const state = {
    session: storedSession as StoredSession | null,
    user: storedUser as User | null,
    nowMs: startMs,
    reads: 0,
    seen: [] as number[],
  };
  let tell: (change: AccessChange) => void = () => {};
  const ask = getActor({
    accounts: {
      users: { find: async () => state.user },
      sessions: {
        find: async () => {
          state.reads += 1;
          return state.session;
        },
        markHeadSeen: async (_id, generation) => void state.seen.push(generation),
      },
    },
    accessTokens: { verify: async (token) => (token === 'good' ? claims : null) },
    accessChanges: {
      subscribe: (listener) => {
        tell = listener;
        return () => {};
      },
    },
    sharedFacts: { look: async () => ({ known: null, keep: async () => {} }), drop: async () => {} },
    rules: { freshMs: 600_000, believedMs: 5_000 },
    nowMs: () => state.nowMs,
  });
  const code = async (): Promise<string> => {
    const answer = await ask('good');
    return answer.ok ? 'let in' : answer.code;
  };
  return { state, ask, code, tell: (change: Omit<AccessChange, 'id'>) => tell({ id: 1, ...change }) };
};

test('the database is asked once in five seconds, and at once after a change of the session or its user', async () => {
  const { state, code, tell } = world();
  for (let request = 0; request < 10; request += 1) assert.equal(await code(), 'let in');
  assert.equal(state.reads, 1);
  tell({ subject: 'session', subjectId: 'session' });
  await code();
  tell({ subject: 'user', subjectId: 'user' });
  await code();
  assert.equal(state.reads, 3);
  tell({ subject: 'user', subjectId: 'somebody else' });
  await code();
  assert.equal(state.reads, 3);
  state.nowMs += 5_000;
  await code();
  assert.equal(state.reads, 4);
});

test('an ended session, a locked user and rights of another epoch let nobody in, five seconds later at the latest', async () => {
  const cases = [
    { change: { session: { ...storedSession, endedAtMs: startMs } }, expected: 'session-ended' },
    { change: { session: { ...storedSession, expiresAtMs: startMs } }, expected: 'session-ended' },
    { change: { session: null }, expected: 'token-invalid' },
    { change: { session: { ...storedSession, userId: 'another' } }, expected: 'token-invalid' },
    { change: { user: { ...storedUser, status: 'locked' as const } }, expected: 'session-ended' },
    { change: { user: { ...storedUser, accessEpoch: 2 } }, expected: 'token-invalid' },
    { change: { user: null }, expected: 'token-invalid' },
  ];
  for (const { change, expected } of cases) {
    const { state, code } = world();
    assert.equal(await code(), 'let in');
    Object.assign(state, change);
    state.nowMs += 5_000;
    assert.equal(await code(), expected);
  }
});

test('a token that is no good is refused without a look at the database', async () => {
  const { state, ask } = world();
  assert.deepEqual((await ask('bad')).ok, false);
  assert.equal(state.reads, 0);
});

test('the first sight of a generation is written down once: its answer was not lost', async () => {
  const { state, code } = world();
  await code();
  state.nowMs += 5_000;
  await code();
  assert.deepEqual(state.seen, [2]);
});

test('who is under 18 by the kept date is not grown; the password is fresh for ten minutes', async () => {
  const { state, ask } = world();
  state.user = { ...storedUser, bornOn: '2010-01-01' };
  const young = await ask('good');
  assert.ok(young.ok && !young.value.isGrown && young.value.isFresh);
  state.user = storedUser;
  state.nowMs += 600_001;
  const grown = await ask('good');
  assert.ok(grown.ok && grown.value.isGrown && !grown.value.isFresh);
});
