/** What goes wrong, or merely happens, beside the keying: protocol.md §13, as far as one machine has it. */
import { kill, startProcess, takeCall } from './api-process.ts';
import { modelEngine } from './model-engine.ts';
import { killTab, openTab, type Phone, wakePhone } from './phone.ts';
import type { HappeningName } from './weather.ts';
import type { World } from './world.ts';

const anyPhone = (world: World): Phone => world.random.pick(world.phones);

const killSomeTab = (world: World): void => {
  const phone = anyPhone(world);
  const tab = world.random.pick(phone.tabs);
  if (tab !== undefined) killTab(phone, tab);
};

const openSomeTab = (world: World): void => {
  const phone = anyPhone(world);
  if (phone.tabs.length < 2) openTab(world, phone);
};

const switchNetwork = (world: World): void => {
  const phone = anyPhone(world);
  phone.isOnline = !phone.isOnline;
  if (phone.isOnline) wakePhone(world, phone);
};

/** The wall clock steps while the app runs; what is stored for the next start follows. */
const stepClock = (world: World): void => {
  const phone = anyPhone(world);
  const tab = phone.tabs[0];
  if (tab === undefined || phone.tabs.length > 1) return;
  // Without contact the wall clock is all there is, and a step would be one of the clock that the ranks go by.
  if (tab.clock.contact === null) return;
  const stepMs = world.random.between(-60_000, 60_000);
  phone.wallSkewMs += stepMs;
  phone.storedOffsetMs = phone.storedOffsetMs === null ? null : phone.storedOffsetMs - stepMs;
};

/** The backup of a phone on a second one: the same device twice. */
const restoreBackup = (world: World): void => {
  const phone = anyPhone(world);
  if (world.phones.length > 6 || phone.log.entries.size === 0) return;
  world.record.cloned.add(phone.log.deviceId);
  world.restorePhone(phone);
};

/** The process dies and another starts; at times with another engine, at times while the old one still goes on for a while. */
const restartApi = (world: World): void => {
  const { random, weather } = world;
  if (random.isChance(weather.upgrade)) world.engineVersion++;
  const old = [...world.processes];
  const overlaps = random.isChance(weather.overlap) && old.length === 1;
  if (!overlaps) for (const process of old) kill(world, process);
  startProcess(world, modelEngine(world.engineVersion));
};

const killOldApi = (world: World): void => {
  const [old] = world.processes;
  if (old !== undefined && world.processes.length > 1) kill(world, old);
};

const dropConnection = (world: World): void => {
  const watcher = world.random.pick(world.watchers);
  if (watcher.process === null) return;
  const { process } = watcher;
  process.room.delete(watcher);
  watcher.lose(process);
};

const endRight = (world: World): void => {
  const { principal } = anyPhone(world);
  if (!world.revoked.delete(principal)) world.revoked.add(principal);
};

/** Staff look into the tray: admit, in the order of keying, or throw away. */
export const settleTray = async (world: World): Promise<void> => {
  const process = world.random.pick(world.processes);
  if (process === undefined) return;
  for (const gameId of world.games) {
    const waiting = (await world.store.held(gameId)).filter(({ state }) => state === 'held').map(({ event }) => event);
    if (waiting.length === 0) continue;
    if (world.random.isChance(0.3)) {
      const event = world.random.pick(waiting);
      await world.store.discard(gameId, [event.id]);
      continue;
    }
    const events = waiting.toSorted((a, b) =>
      a.deviceId === b.deviceId ? a.deviceSeq - b.deviceSeq : a.deviceId < b.deviceId ? -1 : 1,
    );
    for (const { id } of events) world.record.admitted.add(id);
    takeCall(process, { gameId, principal: 'staff', source: 'tray', events }, () => {});
  }
};

const happenings: { readonly [Name in HappeningName]: (world: World) => void | Promise<void> } = {
  'kill-tab': killSomeTab,
  'open-tab': openSomeTab,
  'switch-network': switchNetwork,
  'step-clock': stepClock,
  'restore-backup': restoreBackup,
  'restart-api': restartApi,
  'kill-old-api': killOldApi,
  'drop-connection': dropConnection,
  'end-right': endRight,
  'settle-tray': settleTray,
};

export const somethingHappens = async (world: World): Promise<void> =>
  happenings[world.random.key(world.weather.weights)](world);
