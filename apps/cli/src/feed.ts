/** Reads the files of a feed, as the options of a command name them. */
import { basename, dirname, extname } from 'node:path';
import { describeProblem, type FormatId, type GameRead, readGame } from '@bball/formats';
import { fail } from './failure.ts';
import type { World } from './world.ts';

export type FeedOptions = {
  readonly format: FormatId;
  readonly playByPlay: string;
  readonly roster?: string;
  readonly shots?: string;
  readonly game?: string;
};

export type Feed = { readonly read: GameRead /** As people call the game. */; readonly gameName: string };

/** Details that no play of the feed can bear are left out, and said. */
export const readFeed = async (
  { readText, note }: Pick<World, 'readText' | 'note'>,
  options: FeedOptions,
): Promise<Feed> => {
  const optional = (path: string | undefined) => (path === undefined ? null : readText(path));
  const [playByPlay, roster, shots] = await Promise.all([
    readText(options.playByPlay),
    optional(options.roster),
    optional(options.shots),
  ]);
  const read = readGame(options.format, { playByPlay, roster, shots, gameName: options.game ?? null });
  if (!read.ok) return fail(describeProblem(read.problem));
  for (const { place, word } of read.value.orphans) note(`left out: ${word} at ${place}, which no play can bear`);
  return { read: read.value, gameName: read.value.sourceId ?? options.game ?? nameOfFile(options.playByPlay) };
};

const plainNames: ReadonlySet<string> = new Set(['playbyplay', 'play-by-play', 'data', 'pbp']);

/** `…/E2025_3/playbyplay.json` → `E2025_3`; `E2025_3.json` → the same. */
const nameOfFile = (path: string): string => {
  const name = basename(path, extname(path));
  const folder = basename(dirname(path));
  return plainNames.has(name.toLowerCase()) && folder !== '' && folder !== '.' ? folder : name;
};
