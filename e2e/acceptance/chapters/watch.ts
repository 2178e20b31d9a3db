/** Two people in the hall and one of the staff watch; messages are lost, lines break, and in the end every screen is the snapshot. */
import assert from 'node:assert/strict';
import { canonicalJson, type LoggedEvent, type Snapshot } from '@bball/engine';
import { checksumOf } from '@bball/sync';
import { eventually } from '../driver/eventually.ts';
import { bodyOf } from '../driver/rest.ts';
import { events, gameId, idOf, type Scene } from '../driver/scene.ts';
import { shownBytes, type Watcher, watchGame } from '../driver/viewer.ts';

export type Watchers = {
  /** More than one, so that in a profile with two processes both serve. */
  readonly everyone: readonly [Watcher, Watcher];
  readonly staff: Watcher;
  readonly scorer: Watcher;
};

export const openEyes = async ({ profile, token, witness }: Scene): Promise<Watchers> => {
  const watch = (who: 'ada' | 'sam' | 'anybody') => watchGame(profile.url, gameId, token(who));
  const watchers: Watchers = {
    everyone: [watch('anybody'), watch('anybody')],
    staff: watch('ada'),
    scorer: watch('sam'),
  };
  for (const watcher of all(watchers)) {
    await watcher.until('an answer', () => watcher.viewer().phase === 'live');
    witness.note('watching', canonicalJson(watcher.answers[0] ?? null));
  }
  return watchers;
};

export const all = ({ everyone, staff, scorer }: Watchers): readonly Watcher[] => [...everyone, staff, scorer];

/** Every screen is what its door answers; no number ever fell, and a gap was never shown. */
export const screensAreSnapshots = async ({ rest, token, witness }: Scene, watchers: Watchers, revision: number) => {
  await Promise.all(all(watchers).map((watcher) => watcher.reached(revision)));
  const door = async (path: string, who: 'ada' | 'anybody') =>
    canonicalJson(bodyOf<Snapshot>(await rest('GET', `${path}?atLeast=${revision}`, { token: token(who) })));
  const [hall, bench] = [
    await door(`/v1/public/games/${gameId}/live`, 'anybody'),
    await door(`/v1/games/${gameId}/live`, 'ada'),
  ];
  for (const watcher of watchers.everyone) assert.equal(shownBytes(watcher), hall);
  assert.equal(shownBytes(watchers.staff), bench);
  assert.deepEqual(
    all(watchers).flatMap(({ faults }) => faults),
    [],
  );
  witness.note(`screens at ${revision}`, `${hall}\n${bench}`);
};

/** The scorer's device follows the log itself: nothing missing, nothing changed. */
export const padFollowsTheLog = async ({ witness }: Scene, { scorer }: Watchers, through: number): Promise<void> => {
  const heard = () =>
    new Map(scorer.grown.flatMap((said) => said.events as LoggedEvent[]).map((event) => [event.seq, event]));
  await scorer.until('the log', () => heard().size >= through);
  const log = [...heard()].sort(([a], [b]) => (a ?? 0) - (b ?? 0)).map(([, event]) => event);
  assert.deepEqual(
    log.map(({ seq }) => seq),
    log.map((_, at) => at + 1),
    'L: without a gap',
  );
  for (const event of events.slice(0, 10)) assert.ok(log.some(({ id }) => id === event.id));
  witness.note('log as the pad heard it', log.map((event) => canonicalJson(event)).join('\n'));
};

/** A pulse says where the game stands, with the sum of what is shown. */
export const pulses = async (
  { witness }: Scene,
  { everyone: [watcher], staff }: Watchers,
  revision: number,
): Promise<void> => {
  for (const one of [watcher, staff]) {
    const pulse = () => one.pulses.findLast((said) => said.revision === revision && said.headSeq === revision);
    await one.until(`a pulse at ${revision}`, () => pulse() !== undefined);
    assert.equal(pulse()?.checksum, checksumOf(one.snapshot() as Snapshot), 'L-9');
    witness.note('pulse', canonicalJson(pulse() ?? null));
  }
};

/** The clock that runs on the pad, and who keeps the score: to whoever watches, whichever process they came to. */
export const padSpeaks = async ({ witness }: Scene, { everyone, staff, scorer }: Watchers): Promise<void> => {
  const clock = { gameId, period: 3, clockMs: 312_000, isRunning: true };
  const presence = { gameId, deviceId: idOf('device sam'), role: 'scorer', pendingCount: 2 };
  await eventually(async () => {
    scorer.say('clock', clock);
    for (const watcher of everyone) assert.equal(watcher.viewer().clock?.clockMs, clock.clockMs);
  });
  await eventually(async () => {
    scorer.say('presence', presence);
    assert.equal(staff.viewer().scorers.length, 1);
  });
  witness.note('clock', canonicalJson({ ...everyone[0].viewer().clock, heardAtMs: 0, serverAt: '' }));
  witness.note('presence', canonicalJson(staff.viewer().scorers.map(({ seenAt: _, ...seen }) => seen)));
};
