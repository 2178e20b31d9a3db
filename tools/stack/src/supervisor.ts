/**
 * Starts the parts in the order of what they wait for, starts again what ends, stops all in reverse.
 * Invariant: while a part's process lives, its pid file names it; so whatever ends this supervisor, the next one finds them all.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Run, restartDelayMs } from './back-off.ts';
import { type Launcher, Missing, type Surroundings } from './launch/launch.ts';
import { type Part, type PartName, partOf } from './parts.ts';
import { becomesUsable } from './probe.ts';
import { forgetRunning, noteRunning, signal } from './process-file.ts';
import type { PartState } from './status.ts';

export type Supervised = {
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly parts: readonly Part[];
  readonly launchers: { readonly [Name in PartName]: Launcher };
  readonly surroundings: Surroundings;
  /** Hears of every change. */
  readonly changed: (part: Part, state: PartState) => void;
};

type Actor = {
  readonly part: Part;
  state: PartState;
  child: ChildProcess | null;
  stopBy: NodeJS.Signals;
  runs: Run[];
  /** Resolves when the part could be used for the first time. */
  readonly usable: Promise<void>;
  readonly nowUsable: () => void;
};

const longestLog = 20 * 1024 * 1024;
const runsRemembered = 20;

const actorOf = (part: Part): Actor => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const state: PartState = { is: 'waiting', restarts: 0, why: null };
  return { part, state, child: null, stopBy: 'SIGTERM', runs: [], usable: promise, nowUsable: resolve };
};

const openLog = ({ surroundings: { place } }: Options, name: string): number => {
  mkdirSync(place.inFolder('logs'), { recursive: true });
  const path = place.inFolder('logs', `${name}.log`);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > longestLog) renameSync(path, `${path}.old`);
  return openSync(path, 'a');
};

export const supervise = (options: Options): Supervised => {
  const { surroundings, launchers } = options;
  const actors = new Map(options.parts.map((part) => [part.name, actorOf(part)]));
  const stopping = new AbortController();

  const become = (actor: Actor, change: Partial<PartState>): void => {
    actor.state = { ...actor.state, why: null, ...change };
    options.changed(actor.part, actor.state);
  };

  const started = async (actor: Actor): Promise<ChildProcess> => {
    const { name } = actor.part;
    const launch = await launchers[name](surroundings);
    stopping.signal.throwIfAborted();
    const log = openLog(options, name);
    const child = spawn(launch.program, [...launch.args], {
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...launch.env },
      cwd: launch.cwd ?? surroundings.place.folder,
      ...(launch.uid === undefined ? {} : { uid: launch.uid }),
      ...(launch.gid === undefined ? {} : { gid: launch.gid }),
    });
    if (child.pid !== undefined) noteRunning(surroundings.place.folder, name, child.pid);
    actor.child = child;
    actor.stopBy = launch.stopBy ?? 'SIGTERM';
    return child;
  };

  /** One life of a part's process. */
  const live = async (actor: Actor): Promise<number | null> => {
    become(actor, { is: 'starting' });
    const startedAt = performance.now();
    const child = await started(actor);
    let isOver = false;
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('exit', resolve);
      child.once('error', reject);
    }).finally(() => {
      isOver = true;
      actor.child = null;
      forgetRunning(surroundings.place.folder, actor.part.name);
    });
    if (actor.part.kind === 'server')
      void becomesUsable(actor.part, surroundings.place, () => isOver || stopping.signal.aborted).then((isUsable) => {
        if (!isUsable) return;
        become(actor, { is: 'ready' });
        actor.nowUsable();
      });
    const code = await ended;
    actor.runs = [...actor.runs, { uptimeMs: performance.now() - startedAt }].slice(-runsRemembered);
    return code;
  };

  const keep = async (actor: Actor): Promise<void> => {
    await Promise.all(actor.part.after.map((name) => actors.get(name)?.usable));
    while (!stopping.signal.aborted) {
      let why: string;
      try {
        const code = await live(actor);
        if (actor.part.kind === 'task' && code === 0) {
          become(actor, { is: 'done' });
          return actor.nowUsable();
        }
        why = code === null ? 'was killed' : `ended with ${code}`;
      } catch (error) {
        if (stopping.signal.aborted) break;
        why = error instanceof Error ? error.message : String(error);
        if (error instanceof Missing) {
          become(actor, { is: 'missing', why });
          if (actor.part.isOptional) actor.nowUsable();
          return;
        }
        actor.runs = [...actor.runs, { uptimeMs: 0 }].slice(-runsRemembered);
      }
      if (stopping.signal.aborted) break;
      become(actor, { is: 'down', why, restarts: actor.state.restarts + 1 });
      await pause(restartDelayMs(actor.runs), undefined, { signal: stopping.signal }).catch(() => {});
    }
    become(actor, { is: 'stopped' });
  };

  const kept = new Map([...actors.values()].map((actor) => [actor.part.name, keep(actor)]));

  /** Asks for an end, insists after the grace. */
  const end = async (actor: Actor): Promise<void> => {
    const { child, part } = actor;
    if (child?.pid === undefined) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (child.exitCode !== null || child.signalCode !== null) return;
    signal(child.pid, actor.stopBy);
    const insist = setTimeout(() => signal(child.pid ?? 0, 'SIGKILL'), part.graceMs);
    await ended;
    clearTimeout(insist);
  };

  return {
    stop: async () => {
      stopping.abort();
      for (const names of stopOrder([...actors.keys()]))
        await Promise.all(names.map((name) => actors.get(name)).map((actor) => (actor ? end(actor) : undefined)));
      // A part that still waits for others never began.
      await Promise.all(
        [...actors.values()].filter(({ child }) => child !== null).map(({ part }) => kept.get(part.name)),
      );
    },
  };
};

/** Those that nobody left needs first: the reverse of the start, as much at once as can be. */
export const stopOrder = (names: readonly PartName[]): readonly (readonly PartName[])[] => {
  const rounds: PartName[][] = [];
  let left = [...names];
  while (left.length > 0) {
    const needed = new Set(left.flatMap((name) => partOf(name).after));
    const round = left.filter((name) => !needed.has(name));
    rounds.push(round);
    left = left.filter((name) => needed.has(name));
  }
  return rounds;
};
