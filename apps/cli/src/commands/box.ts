/** `bball box`: a feed's file in, a box score out, folded from our events alone. */
import { foldLog } from '@bball/engine';
import { boxScoreOf } from '../box-score.ts';
import { boxText } from '../box-text.ts';
import { type FeedOptions, readFeed } from '../feed.ts';
import type { World } from '../world.ts';

export const box = async (world: World, options: FeedOptions & { readonly json?: boolean }): Promise<void> => {
  const { read, gameName } = await readFeed(world, options);
  const named = { result: foldLog(read.gameId, read.events), read, gameName };
  world.print(options.json === true ? JSON.stringify(boxScoreOf(named), null, 2) : boxText(named));
};
