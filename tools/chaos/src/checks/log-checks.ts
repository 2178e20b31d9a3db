/** What was promised to devices against the stored log: nothing is lost, doubled, changed or out of order. */
import { canonicalJson, type GameEvent, type LoggedEvent } from '@bball/engine';
import { countsOf, type Entry } from '@bball/sync';
import type { Check, Seen } from './game.ts';

const entriesOf = ({ game }: Seen): readonly Entry[] =>
  game.table.devices.flatMap((device) => [...device.log().entries.values()]);

/** What was acknowledged is stored at that seq, with those bytes. */
export const acknowledgedIsStored: Check = (seen) =>
  entriesOf(seen).flatMap(({ event, status, seq }) => {
    if (status !== 'acknowledged' || seq === null) return [];
    const stored = seen.stored.log[seq - 1];
    if (stored?.id !== event.id) return [`${event.id} was acknowledged as ${seq} and is not there`];
    return canonicalJson(stored.body) === canonicalJson(event) ? [] : [`${event.id} at ${seq} has other bytes`];
  });

export const seqsHaveNoGap: Check = ({ stored: { log } }) =>
  log.every(({ seq }, index) => seq === index + 1) ? [] : ['the seqs have a gap'];

/** Every stored event was keyed by somebody here, and each once: by its id, and by its number on its device. */
export const everyPlayIsThereOnce: Check = (seen) => {
  const { log } = seen.stored;
  const keyed = new Set<string>(entriesOf(seen).map(({ event }) => event.id));
  const numbers = new Set(log.map(({ body }) => `${body.deviceId} ${body.deviceSeq}`));
  return [
    ...(new Set(log.map(({ id }) => id)).size === log.length ? [] : ['an id is in the log twice']),
    ...(numbers.size === log.length ? [] : ['a number of a device is in the log twice']),
    ...log.filter(({ id }) => !keyed.has(id)).map(({ id }) => `${id} was keyed by nobody`),
  ];
};

/** Nothing is pending; what a device believes to be held, the tray holds, and the other way round. */
export const everyPlayIsDecided: Check = (seen) => {
  const { game, stored } = seen;
  const undecided = game.table.devices.flatMap((device) => {
    const { unsaved, pending, rejected } = countsOf(device.log());
    return unsaved + pending + rejected === 0 ? [] : [`${pending} pending, ${unsaved} unsaved, ${rejected} rejected`];
  });
  const said = (entry: Entry['status']) =>
    entriesOf(seen)
      .filter(({ status }) => status === entry)
      .map(({ event }) => event.id as string)
      .sort()
      .join();
  const inTray = (state: string) =>
    stored.tray
      .filter((held) => held.state === state)
      .map(({ id }) => id)
      .sort()
      .join();
  return [
    ...game.table.faults().filter((fault) => fault.startsWith('I-4')),
    ...undecided,
    ...(said('held') === inTray('held') ? [] : ['devices and tray disagree about what is held']),
    ...(said('discarded') === inTray('discarded') ? [] : ['devices and tray disagree about what was discarded']),
  ];
};

/** But for what waited in the tray. */
export const devicesKeepTheirOrder: Check = ({ stored: { log, tray } }) => {
  const waited = new Set(tray.map(({ id }) => id));
  const last = new Map<string, number>();
  return log.flatMap(({ id, body: { deviceId, deviceSeq } }) => {
    if (waited.has(id)) return [];
    const before = last.get(deviceId) ?? 0;
    last.set(deviceId, Math.max(before, deviceSeq));
    return deviceSeq > before ? [] : [`${deviceId} made ${deviceSeq} before ${before}, and the log has it after`];
  });
};

type Status = LoggedEvent & { readonly type: 'game-finalized' | 'game-reopened' };

export const statusesIn = (log: readonly LoggedEvent[]): readonly Status[] =>
  log.filter((event): event is Status => event.type === 'game-finalized' || event.type === 'game-reopened');

/** While a game is final, only its reopening gets a seq. */
export const finalIsFinal: Check = ({ log }) => {
  let isFinal = false;
  return log.flatMap(({ type, seq }) => {
    const isLate = isFinal && type !== 'game-reopened';
    isFinal = type === 'game-finalized' || (isFinal && type !== 'game-reopened');
    return isLate ? [`${type} got seq ${seq} while the game was final`] : [];
  });
};

const saw = (one: GameEvent, other: LoggedEvent): boolean =>
  one.deviceId === other.deviceId ? other.deviceSeq < one.deviceSeq : (other.seq ?? 0) <= one.afterSeq;

/** Whoever changes the status had seen the change before. */
export const statusWasSeen: Check = ({ log }) =>
  statusesIn(log).flatMap((event, index, all) => {
    const before = all[index - 1];
    if (before === undefined) return [];
    if (before.type === event.type) return [`${event.type} twice in a row`];
    return saw(event, before)
      ? []
      : [`the maker of ${event.type} at ${event.seq} had not seen the one at ${before.seq}`];
  });
