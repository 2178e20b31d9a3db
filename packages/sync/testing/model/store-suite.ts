/**
 * What a store of logs does, asked of the SQL functions and of their twin alike (I-24). Each test has a game of its own.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalJson, type EventId, type GameEvent, type GameId, type PlayerId, sha256Hex } from '@bball/engine';
import { randomFrom, uuidAt } from '@bball/engine/testing';
import fc from 'fast-check';
import type { AppendCall, Appended, LogStore, ResultWrite, Sealed, StoredResult } from './log-store.ts';
import { memoryStore } from './memory-store.ts';

type Ask = {
  readonly store: LogStore;
  /** A game that nobody has touched. */
  readonly newGame: () => Promise<GameId>;
};

const ids = randomFrom('store suite');
const uuid = <Id extends string>(): Id => uuidAt<Id>(1_795_000_000_000, ids);
const devices = [uuid<string>(), uuid<string>()] as const;
const players = [uuid<PlayerId>(), uuid<PlayerId>()] as const;

type Small = {
  readonly id?: EventId;
  readonly device?: 0 | 1;
  readonly deviceSeq?: number;
  readonly afterSeq?: number;
  readonly type?: string;
  readonly hold?: string | null;
};

const sealed = (gameId: GameId, small: Small = {}): Sealed => {
  const { id = uuid<EventId>(), device = 0, deviceSeq = 1, afterSeq = 0, type = 'timeout-called', hold = null } = small;
  const event = { id, gameId, deviceId: devices[device], deviceSeq, afterSeq, type } as unknown as GameEvent;
  return { event, hash: sha256Hex(canonicalJson(event)), hold };
};

const append = async (
  store: LogStore,
  gameId: GameId,
  events: readonly Sealed[],
  source: AppendCall['source'] = 'device',
): Promise<Appended> => {
  const before = await store.head(gameId);
  const open = store.begin({ gameId, principal: 'scorer', source, events }, before);
  assert.ok(open !== null);
  return open.commit();
};

const short = ({ answers }: Appended): readonly string[] =>
  answers.map(({ outcome, seq, code }) => [outcome, seq, code].filter((part) => part !== null).join(' '));

const result = (gameId: GameId, revision: number, more: Partial<ResultWrite> = {}): ResultWrite => ({
  gameId,
  revision,
  engineVersion: 1,
  hash: 'a hash',
  snapshot: `{"revision":${revision}}`,
  summary: { status: 'live', homePts: 2, awayPts: 1, period: 1, clockMs: null, isScoreDisputed: false },
  players: new Map([[players[0], { pts: 2, tf: 0 }]]),
  ...more,
});

const finalSummary = {
  status: 'final',
  homePts: 2,
  awayPts: 1,
  period: 4,
  clockMs: 0,
  isScoreDisputed: false,
} as const;

const appendSuite = (name: string, ask: () => Ask): void => {
  test(`A-5, I-2: ${name} numbers what it takes 1, 2, 3 … in the order of the request, and announces exactly that`, async () => {
    const { store, newGame } = ask();
    const gameId = await newGame();
    const events = [sealed(gameId), sealed(gameId, { deviceSeq: 2 }), sealed(gameId, { deviceSeq: 3 })];
    const appended = await append(store, gameId, events);
    assert.deepEqual(short(appended), ['accepted 1', 'accepted 2', 'accepted 3']);
    assert.equal(appended.headSeq, 3);
    const log = await store.read(gameId, 0);
    assert.deepEqual(
      log,
      events.map(({ event }, i) => ({ ...event, seq: i + 1 })),
    );
    const rows = (await store.outbox()).filter((row) => row.gameId === gameId);
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      [1, 2, 3],
    );
  });

  test(`A-4, I-3: ${name} answers a repeat with its seq, also within a request, in a final game and where the right has ended`, async () => {
    const { store, newGame } = ask();
    const gameId = await newGame();
    const [one, two] = [sealed(gameId), sealed(gameId, { deviceSeq: 2 })];
    assert.deepEqual(short(await append(store, gameId, [one, one])), ['accepted 1', 'repeated 1']);
    assert.deepEqual(short(await append(store, gameId, [two, one])), ['accepted 2', 'repeated 1']);
    await append(store, gameId, [sealed(gameId, { deviceSeq: 3, type: 'game-finalized' })]);
    assert.deepEqual(short(await append(store, gameId, [{ ...one, hold: 'link-ended' }, two])), [
      'repeated 1',
      'repeated 2',
    ]);
    assert.equal((await store.head(gameId)).lastSeq, 3);
  });

  test(`A-3: ${name} rejects an id that comes with other bytes, stored, held or in the same request`, async () => {
    const { store, newGame } = ask();
    const gameId = await newGame();
    const one = sealed(gameId);
    const other = sealed(gameId, { id: one.event.id, deviceSeq: 9 });
    assert.deepEqual(short(await append(store, gameId, [one, other])), ['accepted 1', 'rejected id-reused']);
    assert.deepEqual(short(await append(store, gameId, [other])), ['rejected id-reused']);
    const held = sealed(gameId, { deviceSeq: 2, hold: 'role-lost' });
    await append(store, gameId, [held]);
    assert.deepEqual(short(await append(store, gameId, [sealed(gameId, { id: held.event.id, deviceSeq: 8 })])), [
      'rejected id-reused',
    ]);
  });

  test(`A-6, I-11: ${name} holds everything in a final game but a reopening`, async () => {
    const { store, newGame } = ask();
    const gameId = await newGame();
    await append(store, gameId, [sealed(gameId, { type: 'game-finalized' })]);
    assert.deepEqual(short(await append(store, gameId, [sealed(gameId, { deviceSeq: 2 })])), ['held game-is-final']);
    assert.deepEqual(short(await append(store, gameId, [sealed(gameId, { deviceSeq: 3, type: 'game-finalized' })])), [
      'held game-is-final',
    ]);
    assert.deepEqual(short(await append(store, gameId, [sealed(gameId, { deviceSeq: 4, type: 'game-reopened' })])), [
      'accepted 2',
    ]);
    assert.deepEqual(short(await append(store, gameId, [sealed(gameId, { deviceSeq: 5 })])), ['accepted 3']);
  });

  test(`A-7, I-12: ${name} takes a change of the status only from who saw the last one, and only if it changes something`, async () => {
    const { store, newGame } = ask();
    const gameId = await newGame();
    assert.deepEqual(short(await append(store, gameId, [sealed(gameId, { type: 'game-reopened' })])), [
      'held status-unchanged',
    ]);
    await append(store, gameId, [sealed(gameId, { deviceSeq: 2, type: 'game-finalized' })]);
    const unaware = sealed(gameId, { device: 1, deviceSeq: 1, type: 'game-reopened' });
    assert.deepEqual(short(await append(store, gameId, [unaware])), ['held newer-status']);
    const aware = sealed(gameId, { device: 1, deviceSeq: 2, afterSeq: 1, type: 'game-reopened' });
    assert.deepEqual(short(await append(store, gameId, [aware])), ['accepted 2']);
    const late = sealed(gameId, { deviceSeq: 3, type: 'game-finalized' });
    assert.deepEqual(short(await append(store, gameId, [late])), ['held newer-status']);
    const own = sealed(gameId, { device: 1, deviceSeq: 3, type: 'game-finalized' });
    assert.deepEqual(short(await append(store, gameId, [own])), ['accepted 3']);
    assert.deepEqual(await store.head(gameId), { lastSeq: 3, isFinal: true, statusEventId: own.event.id });
  });

  test(`A-8, I-4: ${name} keeps held events until a person admits or discards them`, async () => {
    const { store, newGame } = ask();
    const gameId = await newGame();
    const held = [1, 2].map((deviceSeq) => sealed(gameId, { deviceSeq, hold: 'link-ended' }));
    const [one, two] = held as [Sealed, Sealed];
    assert.deepEqual(short(await append(store, gameId, held)), ['held link-ended', 'held link-ended']);
    const free = { ...one, hold: null };
    assert.deepEqual(short(await append(store, gameId, [free])), ['held link-ended'], 'it does not slip in by itself');
    assert.deepEqual(short(await append(store, gameId, [free], 'tray')), ['accepted 1']);
    await store.discard(gameId, [two.event.id]);
    assert.deepEqual(short(await append(store, gameId, [{ ...two, hold: null }], 'tray')), ['rejected discarded']);
    assert.deepEqual(short(await append(store, gameId, [one, two])), ['repeated 1', 'rejected discarded']);
    const states = new Map((await store.held(gameId)).map(({ event, state }) => [event.id, state]));
    assert.deepEqual([states.get(one.event.id), states.get(two.event.id)], ['admitted', 'discarded']);
  });

  test(`K-1: of the outbox ${name} removes exactly the rows that it is told`, async () => {
    const { store, newGame } = ask();
    const gameId = await newGame();
    await append(
      store,
      gameId,
      [1, 2, 3].map((deviceSeq) => sealed(gameId, { deviceSeq })),
    );
    const rows = (await store.outbox()).filter((row) => row.gameId === gameId);
    await store.remove([rows[0]?.rowId as number, rows[2]?.rowId as number]);
    const left = (await store.outbox()).filter((row) => row.gameId === gameId);
    assert.deepEqual(
      left.map(({ seq }) => seq),
      [2],
    );
  });
};

const resultSuite = (name: string, ask: () => Ask): void => {
  const played = async (events = 3): Promise<{ readonly store: LogStore; readonly gameId: GameId }> => {
    const { store, newGame } = ask();
    const gameId = await newGame();
    await append(
      store,
      gameId,
      Array.from({ length: events }, (_, i) => sealed(gameId, { deviceSeq: i + 1 })),
    );
    return { store, gameId };
  };

  test(`W-1, I-16: ${name} stores a result only over an older one: revision first, then engine version`, async () => {
    const { store, gameId } = await played();
    const write = (revision: number, engineVersion: number) => store.write(result(gameId, revision, { engineVersion }));
    assert.equal(await write(2, 1), 'written');
    assert.equal(await write(2, 1), 'older');
    assert.equal(await write(1, 2), 'older');
    assert.equal(await write(2, 2), 'written');
    assert.equal(await write(3, 1), 'written');
    const stored = await store.result(gameId);
    assert.deepEqual([stored?.revision, stored?.engineVersion, stored?.snapshot], [3, 1, '{"revision":3}']);
  });

  test(`W-2: ${name} refuses a result beyond the log`, async () => {
    const { store, gameId } = await played();
    assert.equal(await store.write(result(gameId, 4)), 'beyond-head');
    assert.equal(await store.result(gameId), null);
  });

  test(`W-2, I-15: ${name} removes lines that the new result does not give, and leaves all lines with a refused one`, async () => {
    const { store, gameId } = await played();
    const both = new Map([
      [players[0], { pts: 2, tf: 0 }],
      [players[1], { pts: 3, tf: 1 }],
    ]);
    await store.write(result(gameId, 2, { players: both }));
    assert.deepEqual(await store.lines(gameId), both);
    await store.write(result(gameId, 1, { players: new Map() }));
    assert.deepEqual(await store.lines(gameId), both);
    const fewer = new Map([[players[1], { pts: 5, tf: null }]]);
    await store.write(result(gameId, 2, { engineVersion: 2, players: fewer }));
    assert.deepEqual(await store.lines(gameId), fewer);
  });

  test(`I-22: ${name} settles a final once, with the score of its result, and the next final anew`, async () => {
    const { store, gameId } = await played(1);
    const final = async (deviceSeq: number): Promise<EventId> => {
      const one = sealed(gameId, { deviceSeq, type: 'game-finalized' });
      await append(store, gameId, [one]);
      return one.event.id;
    };
    const first = await final(2);
    await store.write(result(gameId, 1));
    assert.deepEqual(await store.finals(gameId), [], 'the result does not know the final yet');
    await store.write(result(gameId, 2, { summary: finalSummary }));
    await store.write(result(gameId, 2, { engineVersion: 2, summary: { ...finalSummary, homePts: 9 } }));
    const settled = { finalEventId: first, revision: 2, homePts: 2, awayPts: 1 };
    assert.deepEqual(await store.finals(gameId), [settled], 'a later engine leaves it alone');
    await append(store, gameId, [sealed(gameId, { deviceSeq: 3, type: 'game-reopened' })]);
    const second = await final(4);
    await store.write(result(gameId, 4, { engineVersion: 2, summary: { ...finalSummary, awayPts: 3 } }));
    assert.deepEqual(await store.finals(gameId), [
      settled,
      { finalEventId: second, revision: 4, homePts: 2, awayPts: 3 },
    ]);
  });

  test(`I-22: ${name} settles nothing of a game that was reopened since, nor while the score is disputed`, async () => {
    const { store, gameId } = await played(1);
    await append(store, gameId, [sealed(gameId, { deviceSeq: 2, type: 'game-finalized' })]);
    await store.write(result(gameId, 2, { summary: { ...finalSummary, isScoreDisputed: true } }));
    await append(store, gameId, [sealed(gameId, { deviceSeq: 3, type: 'game-reopened' })]);
    await store.write(result(gameId, 2, { engineVersion: 2, summary: finalSummary }));
    assert.deepEqual(await store.finals(gameId), []);
  });
};

type Move =
  | {
      readonly kind: 'append';
      readonly picks: readonly number[];
      readonly source: 'device' | 'tray';
      readonly hold: string | null;
    }
  | { readonly kind: 'discard'; readonly pick: number }
  | { readonly kind: 'write'; readonly revision: number; readonly engineVersion: number; readonly isFinal: boolean };

const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      picks: fc.array(fc.nat(23), { minLength: 1, maxLength: 4 }),
      source: fc.constantFrom('device' as const, 'device' as const, 'tray' as const),
      hold: fc.constantFrom(null, null, 'role-lost'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('discard' as const), pick: fc.nat(23) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      revision: fc.integer({ min: 1, max: 12 }),
      engineVersion: fc.integer({ min: 1, max: 3 }),
      isFinal: fc.boolean(),
    }),
  },
);

/** 24 events of two devices, among them changes of the status, and one id with other bytes. */
const poolOf = (gameId: GameId): readonly Sealed[] => {
  const events = Array.from({ length: 23 }, (_, i) => {
    const type = i % 6 === 4 ? (i % 12 === 4 ? 'game-finalized' : 'game-reopened') : 'timeout-called';
    return sealed(gameId, {
      device: i % 2 === 0 ? 0 : 1,
      deviceSeq: 1 + Math.floor(i / 2),
      afterSeq: Math.floor(i / 3),
      type,
    });
  });
  return [...events, sealed(gameId, { id: events[0]?.event.id as EventId, deviceSeq: 99 })];
};

const isStatus = ({ event }: Sealed): boolean => event.type === 'game-finalized' || event.type === 'game-reopened';

const play = async (store: LogStore, gameId: GameId, pool: readonly Sealed[], move: Move): Promise<unknown> => {
  if (move.kind === 'discard') return store.discard(gameId, [(pool[move.pick] as Sealed).event.id]);
  if (move.kind === 'write') {
    const { revision, engineVersion, isFinal } = move;
    return store.write(result(gameId, revision, { engineVersion, ...(isFinal ? { summary: finalSummary } : {}) }));
  }
  const picked = move.picks.map((pick) => ({ ...(pool[pick] as Sealed), hold: move.hold }));
  const batch = picked.some(isStatus) ? picked.slice(0, 1) : picked;
  return append(store, gameId, batch, move.source);
};

const resultOf = (one: StoredResult | null) =>
  one === null ? null : [one.revision, one.engineVersion, one.hash, one.snapshot];

const standing = async (store: LogStore, gameId: GameId) => ({
  head: await store.head(gameId),
  log: await store.read(gameId, 0),
  held: (await store.held(gameId)).map(({ event, code, state }) => `${event.id} ${code} ${state}`).sort(),
  outbox: (await store.outbox()).filter((row) => row.gameId === gameId).map(({ seq }) => seq),
  result: resultOf(await store.result(gameId)),
  finals: await store.finals(gameId),
});

/** Any moves, on the store and on its twin at once: the same answers and the same rows. */
const twinSuite = (name: string, ask: () => Ask, runs: number): void => {
  test(`I-24: ${name} answers any moves as the twin in memory does`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyMove, { minLength: 5, maxLength: 25 }), async (moves) => {
        const { store, newGame } = ask();
        const twin = memoryStore();
        const gameId = await newGame();
        const pool = poolOf(gameId);
        for (const move of moves) {
          assert.deepEqual(await play(store, gameId, pool, move), await play(twin, gameId, pool, move));
        }
        const [one, other] = [await standing(store, gameId), await standing(twin, gameId)];
        assert.deepEqual(one, other);
      }),
      { numRuns: runs },
    );
  });
};

export const storeSuite = (name: string, ask: () => Ask, runs: number): void => {
  appendSuite(name, ask);
  resultSuite(name, ask);
  twinSuite(name, ask, runs);
};
