/**
 * The counter-examples of protocol.md §13 that the embedded profile can have, as switches of the model: what an earlier draft
 * said, or what its text invites. Each is to be found; none is in the product.
 */
import type { Weather } from './weather.ts';

type FlawRow = {
  /** What the draft said, or what its text invites. */
  readonly says: string;
  /** The weather that brings it out; without one, any. */
  readonly weather?: Partial<Weather>;
};

const newEngines: Partial<Weather> = {
  upgrade: 0.9,
  overlap: 0.9,
  keying: 0.6,
  happening: 0.25,
  weights: {
    'kill-tab': 1,
    'open-tab': 7,
    'switch-network': 1,
    'step-clock': 1,
    'restore-backup': 0,
    'restart-api': 10,
    'kill-old-api': 8,
    'drop-connection': 8,
    'end-right': 0,
    'settle-tray': 1,
  },
};

/** Processes come and go, the game stands still, and nothing is there to be folded anew. */
const idleGames: Partial<Weather> = {
  ...newEngines,
  upgrade: 0,
  overlap: 0.1,
  keying: 0.15,
  haste: 0.9,
  loss: 0.25,
};

const longEndings: Partial<Weather> = { endings: 3, late: 0.4 };

export const flaws = {
  'unacknowledged-by-id': { says: 'pending events are ordered by their ids, whose time a clock steps back' },
  'whole-play-amendments': { says: 'an amendment says the whole play as it should be, not the fields that were meant' },
  'rank-after-last-known': { says: 'a rank is the next number after the last known one' },
  'one-cte': { says: 'what is stored is looked up in the state before the lock was waited for' },
  'final-rejected': { says: 'a final game rejects, before it looks for repeats', weather: longEndings },
  'status-before-lock': { says: 'whether the game is final is read before the lock' },
  'status-unconditional': { says: 'a change of the status is taken whatever its maker had seen', weather: longEndings },
  'batches-side-by-side': { says: 'the next batch goes out before the first is answered' },
  'outbox-up-to-max': { says: 'the outbox is deleted up to the greatest row that was read' },
  'only-newer-revision': { says: 'a result is stored only if its revision is newer' },
  'engine-first': {
    says: 'results are compared by engine version first',
    weather: { ...newEngines, late: 0.6, haste: 0.6 },
  },
  'guard-per-row': { says: 'each stored line is guarded by itself, and none is removed' },
  'fetch-the-snapshot': { says: 'after a gap the viewer fetches the snapshot and shows it' },
  'deltas-over-engines': { says: 'a delta is applied whatever engine made it', weather: { ...newEngines, loss: 0.25 } },
  'difference-of-ends': { says: 'a delta names what differs between the two ends of its interval' },
  'no-pulse': { says: 'nothing tells that the last delta was lost' },
  'silent-watch': { says: 'a watch is answered only when there is something new, and waited for without end' },
  'store-never-asked': { says: 'a process knows only what it folded or heard itself', weather: idleGames },
  'consumer-stores-finals': { says: 'finals are settled by whoever sees a final state go by' },
} as const satisfies { readonly [flaw: string]: FlawRow };

export type Flaw = keyof typeof flaws;

export const flawNames = Object.keys(flaws) as readonly Flaw[];

export const weatherFor = (flaw: Flaw): Partial<Weather> => (flaws[flaw] as FlawRow).weather ?? {};
