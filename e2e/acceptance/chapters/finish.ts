/** The end, and what comes after the end: a final of another score, plays that are held, opened again, settled, final again. */
import assert from 'node:assert/strict';
import type { HeldEvents } from '@bball/contracts';
import type { GameEvent, Snapshot } from '@bball/engine';
import { eventually } from '../driver/eventually.ts';
import { folded, inGame, send } from '../driver/keep.ts';
import { bodyOf } from '../driver/rest.ts';
import { anEvent, away, events, gameId, type Scene } from '../driver/scene.ts';
import { correctedHead } from './correct.ts';
import { tracked } from './track.ts';

const rest = events.slice(tracked, -1);
const final = events.at(-1) as Extract<GameEvent, { type: 'game-finalized' }>;
const playedHead = correctedHead + rest.length;
/** Final, opened, two plays admitted or discarded, final again. */
export const finalHead = playedHead + 4;

/** A free throw that somebody keys when all is over. */
const thrown = events.find((event) => event.type === 'free-throw-attempted');
const late = (deviceSeq: number): GameEvent => {
  const place = { period: 4, rank: `z${deviceSeq}V` };
  return { ...thrown, ...anEvent('late', deviceSeq, { place, clockMs: 0, made: true, afterSeq: playedHead }) };
};

const batch = 50;

export const playToTheEnd = async (scene: Scene): Promise<void> => {
  for (let from = 0; from < rest.length; from += batch) await send(scene, 'sam', rest.slice(from, from + batch));
  await folded(scene, playedHead);
};

const outcomesOf = async (...sent: Parameters<typeof send>) =>
  (await send(...sent)).answers.map(({ outcome, code }) => code ?? outcome);

/** The game as a noun follows the stored result, which comes later than the live state. */
const isStored = ({ profile }: Scene, revision: number): Promise<void> =>
  eventually(async () => assert.equal((await profile.storedResult(gameId))?.revision, revision));

/** A final that says another score than the plays settles nothing; what comes after it is held. */
export const finalize = async (scene: Scene): Promise<void> => {
  const { get } = scene;
  assert.deepEqual(await outcomesOf(scene, 'sam', [{ ...final, afterSeq: playedHead }]), ['accepted']);
  assert.deepEqual(await outcomesOf(scene, 'sam', [{ ...final, afterSeq: playedHead }]), ['repeated']);
  assert.deepEqual(await outcomesOf(scene, 'kim', [late(1), late(2)]), ['game-is-final', 'game-is-final']);
  await folded(scene, playedHead + 1);
  const { heldEvents } = await get<HeldEvents>('ada', 'GET', inGame('/held-events'));
  assert.deepEqual(
    heldEvents.map(({ event }) => event.id),
    [late(1).id, late(2).id],
  );
  await isStored(scene, playedHead + 1);
  for (const who of ['ada', 'fay'] as const) await scene.ask(who, 'GET', `/v1/games/${gameId}`);
  await scene.ask('fay', 'POST', inGame('/final/confirm'), { body: { finalEventId: final.id } });
  await scene.ask('fay', 'GET', inGame('/held-events'));
  await scene.ask('kim', 'POST', inGame('/held-events/admit'), { body: { ids: [late(1).id] } });
};

/** The league opens it again, takes one of the two and refuses the other for ever; then the score is right. */
export const reopenAndSettle = async (scene: Scene): Promise<void> => {
  const { get, ask } = scene;
  const reopened = { ...anEvent('ada', 1, { type: 'game-reopened' }), afterSeq: playedHead + 1 } as GameEvent;
  assert.deepEqual(await outcomesOf(scene, 'ada', [reopened]), ['accepted']);
  await get('ada', 'POST', inGame('/held-events/admit'), { body: { ids: [late(1).id] } });
  await get('ada', 'POST', inGame('/held-events/discard'), { body: { ids: [late(2).id] } });
  await ask('kim', 'POST', inGame('/events'), { body: { contractVersion: 1, events: [late(1), late(2)] } });
  const { game } = (await folded(scene, playedHead + 3)) as Snapshot;
  const score = { home: game.score.home, away: game.score.away };
  const again = { ...anEvent('sam', 1_000, { type: 'game-finalized', score }), afterSeq: playedHead + 3 } as GameEvent;
  assert.deepEqual(await outcomesOf(scene, 'sam', [again]), ['accepted']);
  await folded(scene, finalHead);
};

/** Lists and doors say that it is over, and what it was. */
export const isOver = async (scene: Scene): Promise<void> => {
  await isStored(scene, finalHead);
  await scene.ask('anybody', 'GET', `/v1/public/games?teamId=${away.teamId}`);
  await scene.ask('ada', 'GET', `/v1/games/${gameId}`);
  const live = bodyOf<Snapshot>(await scene.rest('GET', inGame('/live'), { token: scene.token('ada') }));
  assert.ok(!Object.values(live.flags).some(({ code }) => code === 'final-score-differs'), 'F-4');
};
