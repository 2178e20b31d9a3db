/** Who watches: the real machine of a viewer, over a socket or by polling through the cache. Everything it shows is checked. */
import type { Delta, GameId } from '@bball/engine';
import type { LiveAudience } from '../../src/audience.ts';
import { isNewer, snapshotIn } from '../../src/merge.ts';
import type { ViewerMessage } from '../../src/messages.ts';
import { idleViewer, type Viewer, type ViewerEffect, type ViewerInput } from '../../src/viewer.ts';
import { viewerStep } from '../../src/viewer-step.ts';
import type { ApiProcess } from './api-process.ts';
import { holds } from './broken.ts';
import { httpSnapshot } from './cdn.ts';
import { checkShown } from './record.ts';
import { takeWatch } from './rooms.ts';
import { post, type World } from './world.ts';

export type Watcher = {
  readonly gameId: GameId;
  readonly audience: LiveAudience;
  readonly isPoller: boolean;
  viewer: Viewer;
  process: ApiProcess | null;
  connectAtMs: number;
  pollAtMs: number;
  readonly receive: (message: ViewerMessage) => void;
  /** The connection to a process is gone. */
  readonly lose: (process: ApiProcess) => void;
};

const show = (world: World, watcher: Watcher, next: Viewer, mayFall: boolean): void => {
  const before = watcher.viewer.snapshot;
  watcher.viewer = next;
  const { snapshot } = next;
  if (snapshot === null || snapshot === before) return;
  const fell = before !== null && !isNewer(snapshot, before);
  holds(!fell || mayFall, 'I-20', () => `a viewer went from ${before?.revision} to ${snapshot.revision}`);
  checkShown(world.record, snapshot, watcher.audience);
};

/** The flaw: fetched by HTTP, shown whatever it is. */
const fetchAndShow = (world: World, watcher: Watcher): void =>
  post(world, async () => {
    const delta = await httpSnapshot(world, watcher.gameId, null);
    if (delta !== null) show(world, watcher, { ...watcher.viewer, snapshot: snapshotIn(delta) }, false);
  });

const carryOut = (world: World, watcher: Watcher, effect: ViewerEffect): void => {
  const { process, viewer } = watcher;
  if (effect.kind !== 'ask' || process === null) return;
  if (world.has('fetch-the-snapshot') && viewer.snapshot !== null) fetchAndShow(world, watcher);
  post(world, () => {
    if (process.isAlive && watcher.process === process) takeWatch(process, watcher, effect);
  });
};

const step = (world: World, watcher: Watcher, input: ViewerInput): void => {
  const isReset = watcher.viewer.phase === 'reset';
  const { viewer, effects } = viewerStep(watcher.viewer, input, world.nowMs);
  show(world, watcher, viewer, isReset);
  for (const effect of effects) carryOut(world, watcher, effect);
};

const asOfOwnEngine = (delta: Delta, viewer: Viewer): Delta => ({
  ...delta,
  engineVersion:
    delta.previousRevision === 0 ? delta.engineVersion : (viewer.snapshot?.engineVersion ?? delta.engineVersion),
});

export const makeWatcher = (world: World, gameId: GameId, audience: LiveAudience, isPoller: boolean): Watcher => {
  const watcher: Watcher = {
    gameId,
    audience,
    isPoller,
    viewer: idleViewer(gameId),
    process: null,
    connectAtMs: world.nowMs,
    pollAtMs: world.nowMs,
    receive: (message) => {
      const isMixed = message.type === 'delta' && world.has('deltas-over-engines');
      const taken = isMixed ? { ...message, delta: asOfOwnEngine(message.delta, watcher.viewer) } : message;
      step(world, watcher, { kind: 'message', message: taken });
    },
    lose: (process) => {
      if (watcher.process !== process) return;
      watcher.process = null;
      watcher.connectAtMs = world.nowMs + world.random.between(200, 5_000);
      step(world, watcher, { kind: 'disconnected' });
    },
  };
  return watcher;
};

const connect = (world: World, watcher: Watcher): void => {
  if (watcher.process !== null || world.nowMs < watcher.connectAtMs || world.processes.length === 0) return;
  watcher.process = world.random.pick(world.processes);
  step(world, watcher, { kind: watcher.viewer.phase === 'idle' ? 'watch' : 'connected' });
};

const poll = (world: World, watcher: Watcher): void => {
  if (world.nowMs < watcher.pollAtMs) return;
  watcher.pollAtMs = world.nowMs + world.random.between(2_000, 4_000);
  post(world, async () => {
    const delta = await httpSnapshot(world, watcher.gameId, null);
    if (delta !== null) step(world, watcher, { kind: 'fetched', delta });
  });
};

export const tickWatcher = (world: World, watcher: Watcher): void => {
  if (watcher.isPoller) {
    poll(world, watcher);
    return;
  }
  connect(world, watcher);
  const { question } = watcher.viewer;
  if (world.has('silent-watch') && question !== null) {
    watcher.viewer = { ...watcher.viewer, question: { ...question, askedAtMs: world.nowMs } };
  }
  step(world, watcher, { kind: 'tick' });
};
