/** What a final brings about: it is announced, and the season's table and leaders count it. */
import assert from 'node:assert/strict';
import type { Snapshot } from '@bball/engine';
import { eventually } from '../driver/eventually.ts';
import { folded } from '../driver/keep.ts';
import { type Scene, seasonId } from '../driver/scene.ts';
import { finalHead } from './finish.ts';

/** A read of the season, asked until it counts the score that stands now, then written down for everybody. */
const read = async ({ ask, rest }: Scene, path: string, score: RegExp): Promise<void> => {
  await eventually(async () => assert.match((await rest('GET', `/v1/public${path}`)).text, score));
  await ask('anybody', 'GET', `/v1/public${path}`);
  for (const who of ['ada', 'fay'] as const) await ask(who, 'GET', `/v1${path}`);
};

export const readSeason = async (scene: Scene): Promise<void> => {
  const { game } = (await folded(scene, finalHead)) as Snapshot;
  const { home, away } = game.score;
  await read(scene, `/finals?seasonId=${seasonId}`, new RegExp(`"home":${home},"away":${away}`));
  await read(scene, `/seasons/${seasonId}/standings`, new RegExp(`"pts":${home},"opponentPts":${away}`));
  await read(scene, `/seasons/${seasonId}/leaders`, new RegExp(`"pts":${home},"opponentPts":${away}`));
};
