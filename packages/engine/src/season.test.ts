/** A season as a function of the lines of its games: in any order, and after a correction as if it had been right at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulateSeason } from '../testing/index.ts';
import type { LoggedEvent } from './events/index.ts';
import { makeHost } from './host.ts';
import type { SeasonLines, SeasonTable } from './season.ts';

const games = [...simulateSeason({ seed: 'season', ruleSet: 'fiba-2024', teamCount: 4, rounds: 1 })];

const linesOf = (log: readonly LoggedEvent[]): string => {
  const { gameId } = log[0] as LoggedEvent;
  const host = makeHost(2000);
  host.apply(gameId, JSON.stringify(log));
  return host.whole(gameId).split('\n')[6] as string;
};

const lines = games.map(({ log }) => linesOf(log));
const table = (some: readonly string[]): SeasonTable => JSON.parse(makeHost(1).season(`[${some.join(',')}]`));

test('J-10: a season does not depend on the order in which its games came', () => {
  assert.deepEqual(table(lines), table(lines.toReversed()));
  assert.equal(table(lines).games, games.length);
});

test('J-10: what teams scored is what their opponents were scored upon, and somebody won', () => {
  const forms = Object.values(table(lines).teams);
  const sum = (of: 'pts' | 'opponentPts' | 'won' | 'lost') => forms.reduce((total, form) => total + form[of], 0);
  assert.equal(sum('pts'), sum('opponentPts'));
  assert.equal(sum('won'), sum('lost'));
  assert.equal(sum('won'), games.length);
});

test('J-10: a leader has the sum of his lines', () => {
  const [leader] = table(lines).leaders.pts?.total ?? [];
  const own = lines
    .map((text) => JSON.parse(text) as SeasonLines)
    .flatMap(({ players }) => players.filter(({ playerId }) => playerId === leader?.playerId));
  assert.equal(leader?.games, own.length);
  assert.equal(
    leader?.total,
    own.reduce((sum, { counts }) => sum + (counts.pts ?? 0), 0),
  );
});

test('J-10: a game that was reopened gives no lines', () => {
  const log = games[0]?.log as readonly LoggedEvent[];
  const last = log.at(-1) as LoggedEvent;
  const reopened = { ...last, type: 'game-reopened', id: '0190ffff-0000-7000-8000-000000000002', seq: log.length + 1 };
  assert.notEqual(linesOf(log), '');
  assert.equal(linesOf([...log, reopened as unknown as LoggedEvent]), '');
});
