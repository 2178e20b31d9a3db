/** Which plays made a number: the log is folded once more with somebody listening. */
import { type ComparisonKey, type EventId, type PlayerId, playsBehind, type StatKey } from '@bball/engine';
import type { Stream } from '../streaming/stream.ts';

export const getNumber =
  ({ games }: Pick<Stream, 'games'>) =>
  async (asked: {
    readonly gameId: string;
    readonly subject: string;
    readonly column: StatKey | ComparisonKey;
  }): Promise<readonly EventId[]> =>
    playsBehind(await games.game(asked.gameId), asked.subject as PlayerId, asked.column);
