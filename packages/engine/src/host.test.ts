/** The host in JavaScript: what the JVM will get, line by line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulateGame } from '../testing/index.ts';
import type { PlayerAction } from './actions.ts';
import { canonicalJson } from './canonical.ts';
import type { TeamSetUp } from './events/game-set-up.ts';
import type { LoggedEvent } from './events/index.ts';
import type { PlayingPosition } from './game/roster-entry.ts';
import { makeHost } from './host.ts';
import { foldLog } from './snapshot.ts';
import type { FlagId } from './stats/result.ts';

const log = simulateGame({ seed: 'host', ruleSet: 'fiba-2024' });
const gameId = (log[0] as LoggedEvent).gameId;
const shot = log.find((event) => event.type === 'field-goal-attempted' && event.made) as LoggedEvent & { by: string };

const actionsIn = (lines: string): PlayerAction[] =>
  lines
    .split('\n')
    .slice(3)
    .map((line) => JSON.parse(line.slice(line.indexOf('\t') + 1)));

const voided = (seq: number): LoggedEvent =>
  ({
    ...log[1],
    type: 'play-voided',
    id: '0190ffff-0000-7000-8000-000000000001',
    playId: shot.id,
    deviceSeq: seq,
    afterSeq: seq - 1,
    seq,
  }) as unknown as LoggedEvent;

test('W-2: the whole result of the host is the fold, byte for byte', () => {
  const host = makeHost(1000);
  host.apply(gameId, JSON.stringify(log));
  const [revision, , bytes] = host.whole(gameId).split('\n');
  assert.equal(bytes, canonicalJson(foldLog(gameId, log)));
  assert.equal(Number(revision), log.length);
});

test('J-6: what was skipped is not said again, and a whole one replaces everything', () => {
  const host = makeHost(1000);
  host.apply(gameId, JSON.stringify(log.slice(0, 100)));
  host.skip(gameId);
  assert.equal(host.take(gameId, 'change').split('\n')[1], '');
  host.apply(gameId, JSON.stringify(log.slice(100, 101)));
  assert.equal(JSON.parse(host.take(gameId, 'change').split('\n')[1] as string).previousRevision, 100);
  const [status, delta, , ...actions] = host.take(gameId, 'whole').split('\n');
  assert.deepEqual([status, JSON.parse(delta as string).previousRevision, actions], ['open', 0, []]);
});

test('J-7: the place of bytes that nobody could read is flagged as such, and folds nothing', () => {
  const unreadable = { ...log[1], type: 'event-unreadable', seq: 2 } as unknown as LoggedEvent;
  const { flags, revision } = foldLog(gameId, [log[0] as LoggedEvent, unreadable]);
  assert.equal(revision, 2);
  assert.equal(flags[`event-unreadable:${unreadable.id}` as FlagId]?.code, 'event-unreadable');
});

test('J-9: each actor of a play has one action, and a correction retracts it', () => {
  const host = makeHost(1000);
  host.apply(gameId, JSON.stringify(log));
  const first = actionsIn(host.take(gameId, 'change')).filter(({ playId }) => playId === shot.id);
  assert.ok(first.some(({ playerId, credits }) => playerId === shot.by && credits.fgm === 1));
  host.apply(gameId, JSON.stringify([voided(log.length + 1)]));
  const then = actionsIn(host.take(gameId, 'change'));
  assert.deepEqual(
    then.map(({ playId, playerId, isRetracted }) => ({ playId, playerId, isRetracted })),
    first.map(({ playId, playerId }) => ({ playId, playerId, isRetracted: true })),
  );
});

test('J-9: the line after an action is the line before it and what it counted', () => {
  const host = makeHost(1000);
  host.apply(gameId, JSON.stringify(log));
  for (const { credits, line } of actionsIn(host.take(gameId, 'change'))) {
    for (const [key, count] of Object.entries(credits) as ['pts', number][]) {
      assert.equal((line.after[key] ?? 0) - (line.before[key] ?? 0), count, key);
    }
  }
});

const positioned = (position: PlayingPosition): readonly LoggedEvent[] =>
  log.map((event) => {
    if (event.type !== 'game-set-up') return event;
    const side = ({ roster, ...team }: TeamSetUp): TeamSetUp => ({
      ...team,
      roster: roster.map((entry) => ({ ...entry, position })),
    });
    return { ...event, home: side(event.home), away: side(event.away) };
  });

test('J-9: an action carries the position of the sheet, null where it says none', () => {
  const positionsOf = (events: readonly LoggedEvent[]): ReadonlySet<string | null> => {
    const host = makeHost(1000);
    host.apply(gameId, JSON.stringify(events));
    return new Set(actionsIn(host.take(gameId, 'change')).map(({ position }) => position));
  };
  assert.deepEqual([...positionsOf(log)], [null]);
  assert.deepEqual([...positionsOf(positioned('center'))], ['center']);
});

test('J-4: a game that was dropped is folded again from its log, to the same bytes', () => {
  const host = makeHost(600);
  host.apply(gameId, JSON.stringify(log));
  const before = host.whole(gameId);
  const other = simulateGame({ seed: 'another', ruleSet: 'nba-2025' });
  host.apply((other[0] as LoggedEvent).gameId, JSON.stringify(other));
  assert.equal(host.lastSeq(gameId), -1);
  host.apply(gameId, JSON.stringify(log));
  assert.equal(host.whole(gameId), before);
});
