/**
 * The game is kept by two scorers while three people watch: play by play first, each seen before the next is sent, then in batches,
 * with repeats, and with all that must be turned away.
 */
import assert from 'node:assert/strict';
import type { Appended } from '@bball/contracts';
import { canonicalJson } from '@bball/engine';
import { folded, inGame, send } from '../driver/keep.ts';
import { anEvent, events, gameId, home, type Scene } from '../driver/scene.ts';
import { shownBytes } from '../driver/viewer.ts';
import type { Watchers } from './watch.ts';

export const singly = 40;
/** The last quarter is kept for later chapters. */
export const tracked = Math.floor(events.length * 0.75);
const batch = 37;
const overlap = 5;

const outcomes = ({ answers }: Appended) => answers.map(({ outcome }) => outcome);

/** Each play is sent when the one before is on every screen: so every delta is one play's, and can be compared. */
export const trackSingly = async (scene: Scene, { everyone, staff }: Watchers): Promise<void> => {
  for (const [at, event] of events.slice(0, singly).entries()) {
    const { headSeq } = await send(scene, at % 3 === 0 ? 'kim' : 'sam', [event]);
    assert.equal(headSeq, at + 1);
    await Promise.all([...everyone, staff].map((watcher) => watcher.reached(headSeq)));
    scene.witness.note(`delta ${headSeq} for staff`, canonicalJson(staff.deltas.at(-1) ?? null));
    scene.witness.note(`screen at ${headSeq}`, shownBytes(everyone[0]));
    assert.equal(shownBytes(everyone[1]), shownBytes(everyone[0]));
  }
};

export const trackInBatches = async (scene: Scene): Promise<void> => {
  for (let from = singly; from < tracked; from += batch) {
    const again = events.slice(from - overlap, from);
    const fresh = events.slice(from, Math.min(from + batch, tracked));
    const answer = await send(scene, from % 2 === 0 ? 'sam' : 'kim', [...again, ...fresh]);
    assert.deepEqual(outcomes(answer), [...again.map(() => 'repeated'), ...fresh.map(() => 'accepted')]);
  }
  await folded(scene, tracked);
};

/** What is refused, and in which words; a batch never suffers for one of its events. */
export const turnAway = async (scene: Scene): Promise<void> => {
  const [first] = events;
  const fine = anEvent('sam', 1, {
    type: 'timeout-called',
    teamId: home.teamId,
    kind: 'team',
    place: { period: 3, rank: 'zz' },
    clockMs: null,
  });
  const batches = {
    malformed: [{ ...fine, id: 'no id' }, { nothing: true }],
    'another game’s': [{ ...fine, gameId: fine.id }],
    'an id taken': [{ ...first, recordedAt: '2026-01-10T19:00:00.000Z' }],
  };
  for (const [name, wrong] of Object.entries(batches))
    scene.witness.noteAnswer(
      name,
      await scene.rest('POST', inGame('/events'), {
        token: scene.token('sam'),
        body: { contractVersion: 1, events: wrong },
      }),
    );
  await scene.ask('fay', 'POST', inGame('/events'), { body: { contractVersion: 1, events: [fine] } });
  await scene.ask('anybody', 'POST', inGame('/events'), { body: { contractVersion: 1, events: [fine] } });
  await scene.ask('sam', 'POST', inGame('/events'), { body: { contractVersion: 9_999, events: [fine] } });
  await scene.ask('sam', 'POST', inGame('/events'), { body: { contractVersion: 1, events: [] } });
  await scene.ask('sam', 'POST', `/v1/games/${fine.id}/events`, { body: { contractVersion: 1, events: [fine] } });
  await scene.ask('anybody', 'GET', `/v1/public/games/${gameId}/live?atLeast=${tracked + 1}`);
};
