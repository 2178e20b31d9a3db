/** A game's log on a server: read whole, append in order. Source: protocol.md §5. */
import { type Appended, appended, contractVersion, type EventAnswer, logPage } from '@bball/contracts';
import type { GameId, LoggedEvent } from '@bball/engine';
import { fail } from '../failure.ts';
import { type Answer, type Client, insist } from './client.ts';

const pageEvents = 1000;

export type ServerLog = { readonly headSeq: number; readonly events: readonly LoggedEvent[] };

const logPath = (gameId: GameId): string => `/v1/games/${gameId}/events`;

/** All events from seq 1 on, page by page; null: there is no such game, or not for this token. */
export const readServerLog = async (client: Client, gameId: GameId): Promise<ServerLog | null> => {
  const events: LoggedEvent[] = [];
  for (;;) {
    const answer = await client.get(`${logPath(gameId)}?after=${events.length}&limit=${pageEvents}`);
    if (answer.status === 404) return null;
    const page = logPage.safeParse(insist(answer, 'reading the log'));
    if (!page.success)
      return fail(`reading the log: not an answer of this API: ${page.error.issues[0]?.message ?? ''}`);
    const isContiguous = page.data.events.every(({ seq }, index) => seq === events.length + index + 1);
    if (!isContiguous) return fail(`reading the log: the server left a gap after seq ${events.length}`);
    events.push(...page.data.events);
    if (page.data.events.length === 0 || events.length >= page.data.headSeq)
      return { headSeq: page.data.headSeq, events };
  }
};

/** What is sent of an event: its seq is the server's, and stands beside the body. */
const bodyOf = ({ seq: _, ...event }: LoggedEvent) => event;

export type Sent = { readonly headSeq: number; readonly answers: readonly EventAnswer[] };

/** Appends one batch; repeats are harmless. Too large a batch is halved. */
export const appendToServer = async (client: Client, gameId: GameId, events: readonly LoggedEvent[]): Promise<Sent> => {
  const answer = await client.post(logPath(gameId), { contractVersion, events: events.map(bodyOf) });
  if (answer.status === 413 && events.length > 1) {
    const middle = Math.ceil(events.length / 2);
    const first = await appendToServer(client, gameId, events.slice(0, middle));
    const second = await appendToServer(client, gameId, events.slice(middle));
    return { headSeq: second.headSeq, answers: [...first.answers, ...second.answers] };
  }
  return readAppended(answer);
};

const readAppended = (answer: Answer): Appended => {
  const read = appended.safeParse(insist(answer, 'sending events'));
  return read.success
    ? read.data
    : fail(`sending events: not an answer of this API: ${read.error.issues[0]?.message ?? ''}`);
};

/** Stops at the first event the server will never take; held ones wait there for a person, and are counted. */
export const insistOnTaken = ({ answers }: Sent, events: readonly LoggedEvent[]): number => {
  let held = 0;
  for (const [index, { outcome, code }] of answers.entries()) {
    const event = events[index];
    if (outcome === 'rejected') {
      return fail(`the server refuses event ${event?.deviceSeq ?? '?'} (${event?.type ?? 'unknown'}): ${code}`);
    }
    if (outcome === 'held') held += 1;
  }
  return held;
};
