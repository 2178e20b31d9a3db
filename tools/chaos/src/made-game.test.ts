import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldLog, type LoggedEvent } from '@bball/engine';
import { makeGame } from './made-game.ts';

const game = makeGame('a test');
const types = game.events.map(({ type }) => type);

test('a made game has corrections in its middle and ends final', () => {
  assert.equal(types.at(-1), 'game-finalized');
  const mends = types.flatMap((type, index) => (type === 'play-amended' ? [index] : []));
  assert.ok(mends.length > 10 && (mends[0] ?? 0) < types.length / 2);
});

test('the same seed makes the same game, whose score is the confirmed one', () => {
  assert.deepEqual(makeGame('a test'), game);
  const log = game.events.map((event, index) => ({ ...event, seq: index + 1 })) as LoggedEvent[];
  const { game: state, flags } = foldLog(game.gameId, log);
  assert.equal(state.status, 'final');
  assert.deepEqual(
    Object.values(flags).filter(({ code }) => code === 'final-score-differs'),
    [],
  );
});
