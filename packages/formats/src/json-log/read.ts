/**
 * json-log: our own log, one event a line, in any order, lines repeated or not.
 * A line is checked as far as every event has the same shape (envelope, place of a play); what is inside a type is not, since a
 * log may be of a newer app and the fold never throws. One id with two bodies is refused: that is not a repeat (protocol.md A-3).
 */
import { canonicalJson, isPlayType, type LoggedEvent, rankPattern } from '@bball/engine';
import { integer, type Json, member, parseJson, periodNumber, refuseAt, text } from '../json-value.ts';
import { attempt, type Read, refuse } from '../problem.ts';

export const readJsonLog = (log: string): Read<readonly LoggedEvent[]> => attempt(() => read(log));

const read = (log: string): readonly LoggedEvent[] => {
  const bodies = new Map<string, string>();
  const events: LoggedEvent[] = [];
  for (const [index, line] of log.split('\n').entries()) {
    if (line.trim() === '') continue;
    const json = parseJson(line, 'log', `line ${index + 1}`);
    const event = checked(json);
    const first = events[0];
    if (first !== undefined && first.gameId !== event.gameId) {
      refuseAt(member(json, 'gameId'), 'files-disagree', `game ${event.gameId} in a log of game ${first.gameId}`);
    }
    const body = canonicalJson({ ...event, seq: null });
    if ((bodies.get(event.id) ?? body) !== body) {
      refuseAt(json, 'duplicate-row', `event ${event.id} stands here with another body than above`);
    }
    bodies.set(event.id, body);
    events.push(event);
  }
  return events.length > 0 ? events : refuse({ code: 'empty', file: 'log', place: 'line 1', message: 'no events' });
};

const checked = (json: Json): LoggedEvent => {
  for (const key of ['id', 'gameId', 'deviceId', 'recordedBy', 'recordedAt']) text(member(json, key));
  for (const key of ['schemaVersion', 'deviceSeq', 'afterSeq']) integer(member(json, key));
  if (member(json, 'seq').value !== null) integer(member(json, 'seq'));
  if (isPlayType(text(member(json, 'type')))) {
    const place = member(json, 'place');
    periodNumber(member(place, 'period'));
    const rank = text(member(place, 'rank'));
    if (!rankPattern.test(rank)) refuseAt(member(place, 'rank'), 'wrong-type', `not a rank: "${rank}"`);
    if (member(json, 'clockMs').value !== null) integer(member(json, 'clockMs'));
  }
  return json.value as LoggedEvent;
};
