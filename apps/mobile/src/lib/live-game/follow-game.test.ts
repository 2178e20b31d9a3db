import { append, type GameId, openGame, snapshot, takeDelta } from '@bball/engine';
import { simulateGame } from '@bball/engine/testing';
import { checksumOf, wholeDelta } from '@bball/sync';
import { expect, test } from '@jest/globals';
import { type FollowPorts, followGame, type GameSocket } from './follow-game.ts';

type Listener = (message: never) => void;

/** A server in one object: it folds a log, answers `watch`, and says what it is told to say; time is moved by hand. */
const makeWorld = () => {
  const events = simulateGame({ seed: 7, ruleSet: 'fiba-2024' });
  const gameId = events[0]?.gameId as GameId;
  const game = openGame(gameId);
  const listeners = new Map<string, Listener>();
  const asked: { revision: number }[] = [];
  let nowMs = 1_000;
  let timers: { atMs: number; act: () => void }[] = [];
  let isUp = true;
  const socket: GameSocket = {
    get connected() {
      return isUp;
    },
    on: (name, listener) => listeners.set(name, listener),
    off: (name) => listeners.delete(name),
    emit: (name, ...[message, answer]) => {
      if (name !== 'watch') return;
      asked.push(message as { revision: number });
      const state = snapshot(game);
      (answer as (value: unknown) => void)({
        gameId,
        audience: 'everyone',
        cardVersion: 1,
        headSeq: state.revision,
        deltas: null,
        snapshot: wholeDelta(state),
      });
    },
    connect: () => undefined,
    disconnect: () => undefined,
  };
  const ports: FollowPorts = {
    socket,
    pull: async () => snapshot(game),
    dropCard: () => undefined,
    now: () => nowMs,
    after: (ms, act) => {
      const timer = { atMs: nowMs + ms, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  return {
    gameId,
    ports,
    asked,
    listeners,
    state: () => snapshot(game),
    /** Folds more of the log; answers the delta. */
    play: (from: number, to: number) => {
      append(game, events.slice(from, to));
      return takeDelta(game);
    },
    say: (name: string, message?: unknown) => listeners.get(name)?.(message as never),
    connect: (up: boolean) => {
      isUp = up;
      listeners.get(up ? 'connect' : 'disconnect')?.(undefined as never);
    },
    pass: (ms: number) => {
      nowMs += ms;
      for (const timer of timers.filter(({ atMs }) => atMs <= nowMs)) {
        timers = timers.filter((other) => other !== timer);
        timer.act();
      }
    },
  };
};

test('L-1: following asks at once and shows the snapshot of the answer', () => {
  const world = makeWorld();
  world.play(0, 60);
  const { store } = followGame(world.gameId, world.ports);
  expect(store.getState().viewer.phase).toBe('live');
  expect(store.getState().viewer.snapshot).toEqual(world.state());
  expect(store.getState().viewer.cardVersion).toBe(1);
});

test('I-18: deltas move the state to exactly what the server has', () => {
  const world = makeWorld();
  world.play(0, 60);
  const { store } = followGame(world.gameId, world.ports);
  for (let at = 60; at < 160; at += 5) world.say('delta', world.play(at, at + 5));
  expect(store.getState().viewer.snapshot).toEqual(world.state());
  expect(world.asked).toHaveLength(1);
});

test('L-2: a lost delta is noticed and asked for again, the old state stays meanwhile', () => {
  const world = makeWorld();
  world.play(0, 60);
  const { store } = followGame(world.gameId, world.ports);
  world.play(60, 70);
  world.say('delta', world.play(70, 80));
  world.pass(10);
  expect(world.asked.length).toBeGreaterThan(1);
  expect(store.getState().viewer.snapshot).toEqual(world.state());
});

test('I-21: after the connection was away the state is the newest again', () => {
  const world = makeWorld();
  world.play(0, 60);
  const { store } = followGame(world.gameId, world.ports);
  world.connect(false);
  expect(store.getState().isConnected).toBe(false);
  world.play(60, 120);
  expect(store.getState().viewer.snapshot?.revision).toBe(60);
  world.connect(true);
  world.pass(10);
  expect(store.getState().isConnected).toBe(true);
  expect(store.getState().viewer.snapshot).toEqual(world.state());
});

test('L-10: fifteen seconds of silence make the view stale, a pulse makes it live', () => {
  const world = makeWorld();
  world.play(0, 60);
  const { store } = followGame(world.gameId, world.ports);
  world.pass(15_000);
  expect(store.getState().viewer.phase).toBe('stale');
  const state = world.state();
  world.say('pulse', {
    gameId: world.gameId,
    revision: 60,
    engineVersion: state.engineVersion,
    headSeq: 60,
    checksum: checksumOf(state),
  });
  expect(store.getState().viewer.phase).toBe('live');
});

test('stopping hangs up every listener', () => {
  const world = makeWorld();
  const { stop } = followGame(world.gameId, world.ports);
  expect(world.listeners.size).toBeGreaterThan(5);
  stop();
  expect(world.listeners.size).toBe(0);
});
