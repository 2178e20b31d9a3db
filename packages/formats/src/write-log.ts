/**
 * Drafts to a log: envelope, ids, ranks and seqs. One source device, which knew all of its own earlier events.
 * Invariants: set-up first, plays in the order of the feed, the end of the game last; the same drafts give the same bytes.
 */
import {
  canonicalJson,
  type DeviceId,
  type EventId,
  type GameId,
  type GameSetUp,
  type IsoInstant,
  type LoggedEvent,
  type RecorderId,
  rankOfPosition,
} from '@bball/engine';
import type { FormatId } from './game-read.ts';
import type { PlayDraft } from './play-draft.ts';
import { sourceUuid } from './source-id.ts';

export type LogDraft = {
  readonly format: FormatId;
  /** Tells the game from every other of its format. */
  readonly gameKey: string;
  readonly setUp: Pick<GameSetUp, 'ruleSet' | 'rules' | 'home' | 'away'>;
  readonly plays: readonly PlayDraft[];
  /** null: the feed does not end the game. */
  readonly final: {
    readonly score: { readonly home: number; readonly away: number } | null;
    readonly recordedAt: IsoInstant | null;
  } | null;
};

const schemaVersion = 1;
/** For feeds that say no time: `recordedAt` is for people and orders nothing. */
const unknownMoment = '1970-01-01T00:00:00.000Z' as IsoInstant;

export const gameIdOf = (format: FormatId, gameKey: string): GameId => sourceUuid([format, gameKey, 'game']) as GameId;

const eventIdOf = (draft: LogDraft, key: string, row: number): EventId =>
  sourceUuid([draft.format, draft.gameKey, key], row) as EventId;

export const writeLog = (draft: LogDraft): readonly LoggedEvent[] => {
  const { format, gameKey } = draft;
  const gameId = gameIdOf(format, gameKey);
  const recordedBy = sourceUuid([format, gameKey, 'recorder']) as RecorderId;
  const deviceId = sourceUuid([format, gameKey, 'device']) as DeviceId;
  const envelope = (seq: number, recordedAt: IsoInstant | null) => ({
    gameId,
    schemaVersion,
    recordedBy,
    deviceId,
    deviceSeq: seq,
    afterSeq: seq - 1,
    recordedAt: recordedAt ?? unknownMoment,
    seq,
  });
  const plays = withLastEnd(draft);
  const rows = new Map(plays.map(({ key, row }) => [key, row]));
  const foulId = ({ foulKey }: PlayDraft) =>
    foulKey === null || foulKey === undefined ? null : eventIdOf(draft, foulKey, rows.get(foulKey) ?? 0);

  const setUpId = eventIdOf(draft, `set-up ${canonicalJson(draft.setUp)}`, 0);
  const events: LoggedEvent[] = [{ ...envelope(1, null), type: 'game-set-up', id: setUpId, ...draft.setUp }];
  for (const play of plays) {
    const position = events.length;
    events.push({
      ...play.body,
      ...(play.body.type === 'free-throw-attempted' ? { foulId: foulId(play) } : {}),
      ...envelope(position + 1, play.recordedAt),
      id: eventIdOf(draft, play.key, play.row),
      place: { period: play.period, rank: rankOfPosition(position) },
      clockMs: play.clockMs,
    } as LoggedEvent);
  }
  if (draft.final !== null) {
    const id = eventIdOf(draft, 'final', draft.plays.at(-1)?.row ?? 0);
    const { score, recordedAt } = draft.final;
    events.push({ ...envelope(events.length + 1, recordedAt), type: 'game-finalized', id, score });
  }
  return events;
};

/** A game that is over has a last period that is over (PER-1), also where the feed only says the first. */
const withLastEnd = ({ plays, final }: LogDraft): readonly PlayDraft[] => {
  const last = plays.at(-1);
  if (final === null || last === undefined) return plays;
  const period = Math.max(...plays.map((play) => play.period));
  if (plays.some(({ body, period: of }) => body.type === 'period-ended' && of === period)) return plays;
  const { row, recordedAt } = last;
  return [
    ...plays,
    { key: `end of period ${period}`, row, period, clockMs: 0, recordedAt, body: { type: 'period-ended' } },
  ];
};
