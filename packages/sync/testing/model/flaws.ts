/**
 * The counter-examples of protocol.md §13 that the embedded profile can have, as switches of the model: what an earlier draft
 * said, or what its text invites. Each is to be found; none is in the product.
 */
export const flaws = {
  'unacknowledged-by-id': 'pending events are ordered by their ids, whose time a clock steps back',
  'whole-play-amendments': 'an amendment says the whole play as it should be, not the fields that were meant',
  'rank-after-last-known': 'a rank is the next number after the last known one',
  'one-cte': 'what is stored is looked up in the state before the lock was waited for',
  'final-rejected': 'a final game rejects, before it looks for repeats',
  'status-before-lock': 'whether the game is final is read before the lock',
  'status-unconditional': 'a change of the status is taken whatever its maker had seen',
  'batches-side-by-side': 'the next batch goes out before the first is answered',
  'outbox-up-to-max': 'the outbox is deleted up to the greatest row that was read',
  'only-newer-revision': 'a result is stored only if its revision is newer',
  'engine-first': 'results are compared by engine version first',
  'guard-per-row': 'each stored line is guarded by itself, and none is removed',
  'fetch-the-snapshot': 'after a gap the viewer fetches the snapshot and shows it',
  'deltas-over-engines': 'a delta is applied whatever engine made it',
  'difference-of-ends': 'a delta names what differs between the two ends of its interval',
  'no-pulse': 'nothing tells that the last delta was lost',
  'silent-watch': 'a watch is answered only when there is something new, and waited for without end',
  'store-never-asked': 'a process knows only what it folded or heard itself',
  'consumer-stores-finals': 'finals are settled by whoever sees a final state go by',
} as const;

export type Flaw = keyof typeof flaws;

export const flawNames = Object.keys(flaws) as readonly Flaw[];
