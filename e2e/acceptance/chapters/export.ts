/** A game leaves by the command line: the log folds to the very bytes that the profile stored; and a league's real game comes in by it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bball } from '../driver/bball.ts';
import { eventually } from '../driver/eventually.ts';
import { gameId, type Scene } from '../driver/scene.ts';

const door = ({ profile, token }: Scene) => ['--api', profile.url, '--token', token('ada') ?? ''];

/** Written down: the file, its hash here and the hash of what is stored there. */
const exportGame = async (scene: Scene, id: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bball-export-'));
  try {
    const file = join(folder, 'game.jsonl');
    await bball('export', ...door(scene), '--game', id, '--out', file);
    const hash = await bball('fold', '--hash', file);
    scene.witness.note('export', readFileSync(file, 'utf8'));
    scene.witness.note('fold of the export', await bball('fold', file));
    scene.witness.note('hash', hash);
    await eventually(async () => {
      const stored = await scene.profile.storedResult(id);
      assert.equal(stored?.hash, hash, `I-15: stored is revision ${stored?.revision}`);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const exportIt = (scene: Scene): Promise<void> => exportGame(scene, gameId);

/** Sent at once by `bball replay`, and read as everybody reads it. */
export const replayRealGame = async (scene: Scene, folder: string): Promise<void> => {
  const files = ['-p', join(folder, 'playbyplay.json'), '-r', join(folder, 'boxscore.json')];
  await bball('replay', '-f', 'nba-live', ...files, ...door(scene), '--speed', 'max');
  const { text } = await scene.rest('GET', '/v1/public/games');
  const { games } = JSON.parse(text) as { games: readonly { id: string }[] };
  const id = games.find((game) => game.id !== gameId)?.id ?? '';
  await exportGame(scene, id);
  for (const read of ['', '/live', '/box-score', '/play-by-play', '/shot-chart', '/lineups', '/card'])
    await scene.ask('anybody', 'GET', `/v1/public/games/${id}${read}`);
};
