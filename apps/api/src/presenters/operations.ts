/** What operators are shown of requests and dead letters. */
import type { DeadLetter, RefoldRequest } from '@bball/contracts';
import type { RefoldStanding } from '../repositories/stream-standing.ts';

const shownBytes = 2_048;

type DeadLetterRecord = Pick<DeadLetter, 'partition' | 'offset' | 'gameId'> & {
  readonly atMs: number;
  readonly value: Buffer;
  readonly headers: ReadonlyMap<string, string>;
};

export const presentRefold = (refold: RefoldStanding): RefoldRequest => ({
  gameId: refold.gameId,
  reason: refold.reason.slice(0, 40),
  isParked: refold.isParked,
  tries: refold.tries,
  askedAt: refold.askedAt.toISOString(),
  dueAt: refold.dueAt.toISOString(),
});

export const presentDeadLetter = ({
  partition,
  offset,
  atMs,
  gameId,
  value,
  headers,
}: DeadLetterRecord): DeadLetter => ({
  partition,
  offset,
  at: new Date(atMs).toISOString(),
  reason: shownText(headers.get('reason') ?? 'not said', 200),
  gameId,
  source: sourceOf(headers),
  sizeBytes: value.length,
  text: shownText(value.subarray(0, shownBytes).toString('utf8'), shownBytes),
});

const sourceOf = (headers: DeadLetterRecord['headers']): DeadLetter['source'] => {
  const topic = headers.get('topic');
  if (topic === undefined) return null;
  return {
    topic: shownText(topic, 200),
    partition: countOf(headers.get('partition')),
    offset: countOf(headers.get('offset')),
  };
};

const countOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;

/** Controls, what turns the direction of writing, and bytes that are no text become a point: what is shown is what lies there. */
const shownText = (text: string, most: number): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\uFFFD]/gu, '·').slice(0, most);
