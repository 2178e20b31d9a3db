/** What the readers make is what the API takes: the contract's own judge reads every event. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sealEvent } from '@bball/contracts';
import { type FormatId, formatIds, readGame } from '@bball/formats';
import * as feed from '../testing/feed.ts';

const gamesDir = process.env.GAMES_DIR ?? fileURLToPath(new URL('../../../../shared/games', import.meta.url));

const textAt = (...path: readonly string[]): string | null => {
  const file = join(gamesDir, ...path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

const refusalsOf = (
  format: FormatId,
  texts: { readonly playByPlay: string; readonly roster: string | null; readonly shots: string | null },
) => {
  const read = readGame(format, { ...texts, gameName: 'test' });
  assert.ok(read.ok);
  return read.value.events.flatMap(({ seq: _, ...event }) => {
    const sealed = sealEvent(event, read.value.gameId);
    return 'refusal' in sealed ? [`${event.type}: ${sealed.refusal}`] : [];
  });
};

test('every event of a made-up game is taken', () => {
  assert.deepEqual(refusalsOf('nba-live', { playByPlay: feed.playByPlay, roster: feed.roster, shots: null }), []);
});

for (const format of formatIds) {
  const games = existsSync(join(gamesDir, format)) ? readdirSync(join(gamesDir, format)) : [];
  test(`every event of ${games.length} real games of ${format} is taken`, () => {
    for (const game of games) {
      const playByPlay = textAt(format, game, 'playbyplay.json') ?? textAt(format, game, 'data.json');
      assert.ok(playByPlay !== null);
      const texts = {
        playByPlay,
        roster: textAt(format, game, 'boxscore.json'),
        shots: textAt(format, game, 'points.json'),
      };
      assert.deepEqual(refusalsOf(format, texts), [], game);
    }
  });
}
