import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractVersion, type EventAnswer } from '@bball/contracts';
import type { GameId } from '@bball/engine';
import { anEvent, idOf, judged } from '../../testing/log-fixtures.ts';
import type { Actor } from '../policies/actor.ts';
import { anonymous, type RelatedActor } from '../policies/relations.ts';
import type { AtDoor } from '../queries/game-door.ts';
import type { Append, NumberedEvent } from '../repositories/game-log.ts';
import { appendEvents, partsOf } from './append-events.ts';

const gameId = idOf('game', 1);
const host = idOf('team', 1);
const user = { kind: 'user', userId: idOf('user', 1) } as unknown as Actor;
const link: Actor = { kind: 'link', linkId: idOf('link', 1), userId: null };

const facts = {
  id: gameId,
  leagueId: null,
  hostTeamId: host,
  homeTeamId: host,
  awayTeamId: idOf('team', 2),
  isAccepted: true,
  status: 'live',
  visibility: 'public',
  createdAt: '2026-01-01T00:00:00.000Z',
  finalAt: null,
  publishesVenues: false,
} as const;

const coach = (until: string | null = null): RelatedActor => ({
  ...anonymous,
  userId: idOf('user', 1),
  memberships: [{ teamId: host, role: 'head-coach', since: '2026-01-01T00:00:00.000Z', until }],
});

type Setting = {
  readonly asker?: RelatedActor | null;
  readonly isCrowded?: boolean;
  readonly wait?: number;
  readonly ownPlays?: readonly string[];
};

/** The command over literals: the log takes everything that may go in. */
const commandWith = ({ asker = coach(), isCrowded = false, wait, ownPlays = [] }: Setting = {}) => {
  const appended: Append[] = [];
  const committed: NumberedEvent[] = [];
  let seq = 0;
  const append = appendEvents({
    door: { at: async () => (asker === null ? null : ({ asker, facts, game: facts } as unknown as AtDoor)) },
    gameLog: {
      append: async (request) => {
        appended.push(request);
        const answers = request.events.map(({ sealed: { event }, hold }): EventAnswer => {
          if (hold !== null) return { id: event.id, outcome: 'held', seq: null, code: hold };
          seq += 1;
          return { id: event.id, outcome: 'accepted', seq, code: null };
        });
        return { kind: 'answered', headSeq: seq, answers };
      },
      headSeq: async () => seq,
      ownPlays: async () => new Set(ownPlays),
    },
    limiter: { take: async () => wait ?? null },
    isCrowded: () => isCrowded,
    onCommitted: (_gameId, events) => committed.push(...events),
    sha256: (text) => text.length.toString(16).padStart(64, '0'),
    nowMs: () => Date.UTC(2026, 0, 10),
    random: () => 0.5,
  });
  return { append, appended, committed };
};

const event = (n: number, more?: { readonly [field: string]: unknown }) => anEvent(gameId, 'phone', n, more);
const asked = (...events: readonly unknown[]) => ({ contractVersion: 1, events });

test('the whole request is refused where nothing is decided about its events', async () => {
  const code = async (setting: Setting, request = asked(event(1))) => {
    const result = await commandWith(setting).append(user, gameId, request);
    return result.ok ? 'taken' : result.code;
  };
  assert.equal(await code({}), 'taken');
  assert.equal(await code({ asker: null }), 'game-not-found');
  assert.equal(await code({ asker: anonymous }), 'not-a-scorer');
  assert.equal(await code({}, { contractVersion: contractVersion + 1, events: [event(1)] }), 'contract-too-new');
  assert.equal(await code({}, { contractVersion: 0, events: [event(1)] }), 'contract-too-old');
  assert.equal(await code({}, asked(...Array(501).fill(event(1)))), 'batch-too-large');
  assert.equal(await code({ isCrowded: true }), 'server-busy');
  assert.equal(await code({ wait: 7 }), 'too-many-requests');
});

test('A-11: who is told to come again is told when', async () => {
  const limited = await commandWith({ wait: 7 }).append(user, gameId, asked(event(1)));
  const crowded = await commandWith({ isCrowded: true }).append(user, gameId, asked(event(1)));
  assert.deepEqual(
    [limited, crowded].map((result) => !result.ok && result.retryAfterSeconds),
    [7, 2],
  );
});

test('A-1: a role that ended holds, a link that ended holds, an act beyond the own right holds', async () => {
  const codeOf = async (actor: Actor, asker: RelatedActor, sent = event(1)) => {
    const result = await commandWith({ asker }).append(actor, gameId, asked(sent));
    assert.ok(result.ok);
    return result.value.answers[0]?.code;
  };
  assert.equal(await codeOf(user, coach('2026-01-09T00:00:00.000Z')), 'role-lost');
  const session = {
    linkId: idOf('link', 1),
    gameId,
    homeTeamId: host,
    awayTeamId: facts.awayTeamId,
    leagueId: null,
    covers: 'both',
  } as const;
  const linked = (isValid: boolean): RelatedActor => ({ ...anonymous, link: { ...session, isValid } });
  assert.equal(await codeOf(link, linked(false)), 'link-ended');
  assert.equal(await codeOf(link, linked(true)), 'not-permitted', 'a link corrects its own plays only');
  assert.equal(await codeOf(link, linked(true), event(1, { type: 'game-finalized', score: null })), 'not-permitted');
});

test('a link takes back what itself keyed', async () => {
  const session = {
    linkId: idOf('link', 1),
    gameId,
    homeTeamId: host,
    awayTeamId: facts.awayTeamId,
    leagueId: null,
    covers: 'both',
    isValid: true,
  } as const;
  const { append } = commandWith({ asker: { ...anonymous, link: session }, ownPlays: [idOf('nothing', 1)] });
  const result = await append(link, gameId, asked(event(1)));
  assert.deepEqual(result.ok && result.value.answers.map(({ outcome }) => outcome), ['accepted']);
});

test('A-3, A-10: one answer per event in the order of the request, and what was committed is handed on with its seq', async () => {
  const { append, committed } = commandWith();
  const result = await append(
    user,
    gameId,
    asked(event(1), { id: 'x' }, event(2), { ...event(3), gameId: idOf('game', 2) }),
  );
  assert.ok(result.ok);
  assert.deepEqual(
    result.value.answers.map(({ outcome, code }) => code ?? outcome),
    ['accepted', 'malformed', 'accepted', 'wrong-game'],
  );
  assert.deepEqual(committed, [
    { ...event(1), seq: 1 },
    { ...event(2), seq: 2 },
  ]);
  assert.equal(result.value.headSeq, 2);
  assert.equal(result.value.gameId, gameId as GameId);
});

test('A-7: a change of the status is a part of its own', () => {
  const types = ['play-voided', 'play-voided', 'game-finalized', 'game-reopened', 'play-voided'];
  const events = types.map((type, index) => {
    const more =
      type === 'play-voided'
        ? { type, playId: idOf('nothing', 1) }
        : type === 'game-finalized'
          ? { type, score: null }
          : { type };
    return judged(event(index + 1, more), gameId);
  });
  assert.deepEqual(
    partsOf(events).map((part) => part.length),
    [2, 1, 1, 1],
  );
});
