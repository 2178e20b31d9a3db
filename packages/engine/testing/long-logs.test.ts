/**
 * A log as long as the server takes it, made by somebody who means harm: no shape of it may hold up the process that folds it.
 * Measured is processor time, as other tests run beside this one; what grew with the square of the length took minutes.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventId } from '../src/game/ids.ts';
import { foldLog } from '../src/snapshot.ts';
import { gameId, type HandWrittenLog, startedLog } from './hand-written-log.ts';

const longest = 20_000;
const mostMs = 8_000;

type Event = HandWrittenLog['events'][number];
type Shape = (index: number, started: Started) => { readonly type: Event['type'] } & Readonly<Record<string, unknown>>;
type Started = { readonly shot: EventId };

/** The log of a game that has begun, filled up with events of one shape. */
const filled = (shape: Shape): Event[] => {
  const log = startedLog();
  const shot = log.made('A4', 2);
  const events = [...log.events];
  const [pattern] = events as [Event];
  for (let seq = events.length + 1; seq <= longest; seq++) {
    const envelope = { ...pattern, id: `x${seq}`, deviceId: `phone-${seq % 7}`, deviceSeq: seq, seq, afterSeq: 0 };
    events.push({ ...envelope, ...shape(seq, { shot }) } as unknown as Event);
  }
  return events;
};

const at = (index: number, period = 1) => ({
  place: { period, rank: `L${String(index).padStart(6, '0')}5` },
  clockMs: 300_000,
});

const shapes: Readonly<Record<string, Shape>> = {
  'amendments of one play by many who had seen none': (index, { shot }) => ({
    type: 'play-amended',
    playId: shot,
    playType: 'field-goal-attempted',
    changes: { by: `A${1 + (index % 12)}` },
  }),
  'the end of the game and its reopening': (index) =>
    index % 2 === 0 ? { type: 'game-finalized', score: null } : { type: 'game-reopened' },
  'starts of periods, each with a length of its own': (index) => ({
    type: 'period-started',
    lengthMs: index * 1_000,
    ...at(index, 1 + (index % 99)),
  }),
  'players of whom each is the next': (index) => ({
    type: 'roster-changed',
    teamId: 'A',
    entry: { playerId: `p${index}`, spotId: null, number: '1', sameAs: `p${index + 1}`, listed: true },
  }),
  'fouls whose throws nobody takes': (index) => ({
    type: 'foul-committed',
    teamId: 'B',
    by: `B${1 + (index % 12)}`,
    kind: 'shooting',
    drawnBy: 'A4',
    freeThrows: 3,
    losesBall: false,
    qualifiers: [],
    ...at(index),
  }),
};

for (const [title, shape] of Object.entries(shapes)) {
  test(`P2: ${longest} events are folded in seconds: ${title}`, () => {
    const events = filled(shape);
    const before = process.cpuUsage();
    const result = foldLog(gameId, events);
    const { user } = process.cpuUsage(before);
    assert.equal(result.revision, longest);
    assert.ok(user / 1_000 < mostMs, `${Math.round(user / 1_000)} ms of processor time`);
  });
}
