/** Plays are mended: another shooter, another worth, a wrong substitution, one taken back and given again, and two who disagree unseen. */
import assert from 'node:assert/strict';
import type { EventId, GameEvent, Snapshot } from '@bball/engine';
import { folded, inGame, send } from '../driver/keep.ts';
import { bodyOf } from '../driver/rest.ts';
import { anEvent, away, events, gameId, home, type Scene } from '../driver/scene.ts';
import { singly, tracked } from './track.ts';

const ofType = <Type extends GameEvent['type']>(
  type: Type,
  fits: (event: Extract<GameEvent, { type: Type }>) => boolean,
) => {
  const found = events.slice(singly, tracked).find((event) => event.type === type && fits(event as never));
  if (found === undefined) throw new Error(`the game has no such ${type}`);
  return found as Extract<GameEvent, { type: Type }>;
};

const basket = ofType('field-goal-attempted', ({ made, points }) => made && points === 2);
const miss = ofType('field-goal-attempted', ({ made }) => !made);
const substitution = ofType('substitution-made', ({ playersIn }) => playersIn.length > 0);
const turnover = ofType('turnover-committed', ({ by }) => by !== null);
const foul = ofType('foul-committed', () => true);
const teammate = ({ teamId }: { teamId: string }, but: unknown) =>
  (teamId === home.teamId ? home : away).roster.map(({ playerId }) => playerId).find((id) => id !== but);

let madeBySam = 1;
let madeByKim = 0;
const bySam = (body: object, afterSeq = tracked) => ({ ...anEvent('sam', ++madeBySam, body), afterSeq }) as GameEvent;
const byKim = (body: object, afterSeq = tracked) => ({ ...anEvent('kim', ++madeByKim, body), afterSeq }) as GameEvent;
const amend = ({ id, type }: GameEvent, changes: object) => ({
  type: 'play-amended',
  playId: id,
  playType: type,
  changes,
});

/** The same in every profile: made once. */
const mended = {
  seen: [
    bySam(amend(basket, { points: 3 })),
    bySam(amend(miss, { made: true, blockedBy: 'nobody' })),
    byKim(amend(substitution, { playersIn: [] })),
    byKim(amend(substitution, { playersIn: substitution.playersIn })),
    bySam({ type: 'play-voided', playId: turnover.id }),
    bySam({ type: 'play-voided', playId: foul.id }),
    byKim({ type: 'play-restored', playId: foul.id }, tracked + 6),
    byKim({ type: 'play-voided', playId: 'ffffffff-0000-7000-8000-000000000000' }),
  ],
  /** Neither had seen the other's. */
  unseen: [
    bySam(amend(basket, { by: teammate(basket, basket.by) }), tracked),
    byKim(amend(basket, { by: basket.by }), tracked),
  ],
};
export const correctedHead = tracked + mended.seen.length + mended.unseen.length;

export const correct = async (scene: Scene): Promise<void> => {
  for (const event of mended.seen)
    await send(scene, event.deviceId === mended.seen[0]?.deviceId ? 'sam' : 'kim', [event]);
  await send(scene, 'sam', mended.unseen.slice(0, 1));
  await send(scene, 'kim', mended.unseen.slice(1));
  await send(scene, 'kim', mended.unseen.slice(1));
  await folded(scene, correctedHead);
};

/** What stands after it, and what only the staff is told. */
export const doubtIsShown = async ({ rest, token }: Scene): Promise<void> => {
  const live = async (path: string, who: 'ada' | 'anybody') =>
    bodyOf<Snapshot>(await rest('GET', `${path}?atLeast=${correctedHead}`, { token: token(who) }));
  const [staff, everyone] = [
    await live(inGame('/live'), 'ada'),
    await live(`/v1/public/games/${gameId}/live`, 'anybody'),
  ];
  const flags = Object.values(staff.flags);
  assert.ok(
    flags.some(({ code }) => code === 'amendments-disagree'),
    'R-4',
  );
  assert.ok(
    flags.some(({ code }) => code === 'correction-without-play'),
    'A-9',
  );
  assert.deepEqual(everyone.flags, {});
  const play = (id: EventId) => everyone.plays[id];
  assert.equal(play(turnover.id)?.isVoided, true);
  assert.equal(play(foul.id)?.isVoided, false);
  assert.equal(play(basket.id)?.body.points, 3);
};
