/** "9–0 LIO in 2:10" */
import type { Run } from '@bball/engine';
import { durationText } from '../../lib/i18n/game-clock.ts';
import type { Words } from '../../lib/i18n/words.ts';

export const runText = (run: Run, team: string, words: Words): string =>
  words.feed.run(`${run.points}–0`, team, durationText(run.toElapsedMs - run.fromElapsedMs));
