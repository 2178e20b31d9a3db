/**
 * One run of the model: a seed, at most one flaw, a time of faults and then peace. Throws `Broken` where an invariant fails;
 * the same seed fails the same way.
 */
import type { DeviceId, GameId, PlayerId, TeamId } from '@bball/engine';
import { randomFrom, uuidAt } from '@bball/engine/testing';
import { pendingOf } from '../../src/log-view.ts';
import { kill, serve, startProcess } from './api-process.ts';
import { checkEnd, checkWatchers } from './end-checks.ts';
import { settleTray, somethingHappens } from './faults.ts';
import type { Flaw } from './flaws.ts';
import { emitOrWrite, handOn, sweep } from './host.ts';
import type { LogStore } from './log-store.ts';
import { memoryStore } from './memory-store.ts';
import { modelEngine } from './model-engine.ts';
import { keySomething, setUp, type Team, type Teams } from './person.ts';
import { makePhone, openTab, type Phone, tickPhone, wakePhone } from './phone.ts';
import { emptyRecord } from './record.ts';
import { answerWatch, pulse } from './rooms.ts';
import { makeWatcher, tickWatcher } from './watcher.ts';
import { anyWeather, type Weather } from './weather.ts';
import { deliverMail, type World } from './world.ts';

export type RunOptions = {
  readonly seed: number;
  readonly flaw?: Flaw | null;
  readonly steps?: number;
  readonly weather?: Partial<Weather>;
  /** The store to run on, for a world with these games; by default the twin in memory. */
  readonly store?: LogStore;
  readonly games?: readonly GameId[];
};

const startMs = 1_795_000_000_000;

export const modelGames = (seed: number, count = 2): readonly GameId[] => {
  const random = randomFrom(`games ${seed}`);
  return Array.from({ length: count }, () => uuidAt<GameId>(startMs, random));
};

const makeTeam = (world: World): Team => ({
  teamId: uuidAt<TeamId>(startMs, world.random),
  // The third player's id ends with 9: a later engine of the model gives no line for him.
  players: [0, 1, 9].map((last) => `${uuidAt<PlayerId>(startMs, world.random).slice(0, -1)}${last}` as PlayerId),
});

const makeWorld = ({ seed, flaw = null, weather = {}, store, games = modelGames(seed) }: RunOptions): World => {
  const has = (one: Flaw): boolean => one === flaw;
  const random = randomFrom(seed);
  const world: World = {
    random,
    weather: { ...anyWeather(random), ...weather },
    has,
    store: store ?? memoryStore(has),
    games,
    record: emptyRecord(games),
    cdn: new Map(),
    nowMs: startMs,
    isFaulty: true,
    processes: [],
    phones: [],
    watchers: [],
    mail: [],
    started: 0,
    engineVersion: 1,
    revoked: new Set(),
    lease: { holder: 0, untilMs: 0 },
    restorePhone: (phone) => {
      const twin = makePhone(world, {
        name: `${phone.name}'`,
        principal: phone.principal,
        gameId: phone.log.gameId,
        deviceId: phone.log.deviceId,
      });
      twin.log = phone.log;
      twin.storedOffsetMs = phone.storedOffsetMs;
      world.phones.push(twin);
    },
  };
  return world;
};

type Cast = { readonly world: World; readonly teams: ReadonlyMap<GameId, Teams> };

const populate = (world: World): Cast => {
  startProcess(world, modelEngine(1));
  const teams = new Map<GameId, Teams>();
  for (const [index, gameId] of world.games.entries()) {
    const both = { home: makeTeam(world), away: makeTeam(world) };
    teams.set(gameId, both);
    for (let i = 0; i < (index === 0 ? 3 : 1); i++) {
      const phone = makePhone(world, {
        name: `phone ${index}${i}`,
        principal: `scorer ${index}${i}`,
        gameId,
        deviceId: uuidAt<DeviceId>(startMs, world.random),
      });
      world.phones.push(phone);
      if (i === 0) setUp({ world, phone, tab: phone.tabs[0] as Phone['tabs'][number], teams: both });
    }
    world.watchers.push(makeWatcher(world, gameId, index === 0 ? 'staff' : 'everyone', false));
  }
  const [first] = world.games as [GameId];
  world.watchers.push(makeWatcher(world, first, 'everyone', false), makeWatcher(world, first, 'everyone', true));
  return { world, teams };
};

const processStep = async (world: World, at: number): Promise<void> => {
  const process = world.processes[at];
  if (process === undefined) return;
  // In peace a queue is worked off, or the retries of those who wait would feed it for ever.
  for (let i = world.isFaulty ? 2 : 2 + 2 * process.calls.length; i > 0; i--) await serve(world, process);
  await handOn(world, process);
  emitOrWrite(world, process);
  await answerWatch(world, process);
  await sweep(world, process);
  await pulse(world, process);
};

const beat = async (world: World, passedMs: number): Promise<void> => {
  world.nowMs += passedMs;
  await deliverMail(world);
  for (const phone of world.phones) tickPhone(world, phone);
  for (const watcher of world.watchers) tickWatcher(world, watcher);
  for (let i = 0; i < world.processes.length; i++) await processStep(world, i);
};

const somebodyKeys = ({ world, teams }: Cast): void => {
  const phone = world.random.pick(world.phones);
  const tab = world.random.pick(phone.tabs);
  if (tab === undefined) return;
  // Who was never in contact with the server is a known limit of ranks: one person in twenty does not wait for it.
  if (tab.clock.contact === null && tab.clock.storedOffsetMs === null && !world.random.isChance(0.05)) return;
  keySomething({ world, phone, tab, teams: teams.get(phone.log.gameId) as Teams });
};

const makePeace = (world: World): void => {
  world.isFaulty = false;
  world.revoked.clear();
  for (const old of world.processes.slice(0, -1)) kill(world, old);
  if (world.processes.length === 0) startProcess(world, modelEngine(world.engineVersion));
  for (const phone of world.phones) {
    if (phone.tabs.length === 0) openTab(world, phone);
    phone.isOnline = true;
    wakePhone(world, phone);
  }
};

const isBusy = async (world: World): Promise<boolean> => {
  if (world.phones.some(({ log }) => pendingOf(log).length > 0)) return true;
  return world.processes.some(({ calls }) => calls.length > 0);
};

const rest = async (world: World, ms: number): Promise<void> => {
  for (const until = world.nowMs + ms; world.nowMs < until; ) await beat(world, world.random.between(300, 700));
};

/** Late letters of the bad times take 25 s at most, a paused phone 30 s. */
const settle = async (world: World): Promise<void> => {
  await rest(world, 27_000);
  await settleTray(world);
  for (const until = world.nowMs + 90_000; world.nowMs < until && (await isBusy(world)); ) await rest(world, 1_000);
};

const twoPulsesMs = 17_000;
const sweepMs = 32_000;

export const runModel = async (options: RunOptions): Promise<World> => {
  const cast = populate(makeWorld(options));
  const { world } = cast;
  for (let step = options.steps ?? 150; step > 0; step--) {
    await beat(world, world.random.between(20, 600));
    if (world.random.isChance(world.weather.keying)) somebodyKeys(cast);
    if (world.random.isChance(world.weather.happening)) await somethingHappens(world);
  }
  makePeace(world);
  await settle(world);
  await rest(world, twoPulsesMs);
  checkWatchers(world);
  await rest(world, sweepMs);
  await checkEnd(world);
  checkWatchers(world);
  return world;
};
