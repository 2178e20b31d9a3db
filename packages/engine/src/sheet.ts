/**
 * The sheets: which teams play under which rules, and who is on them. Made of the settings of a log, which have no place:
 * of two set-ups the entries are united and for the rest the later by seq stands (SET-4); roster and rules are registers (protocol.md R-5).
 * Source: events.md SET-1…SET-4.
 */
import type { GameSetUp, TeamSetUp } from './events/game-set-up.ts';
import type { LoggedEvent } from './events/index.ts';
import type { RosterChanged } from './events/roster-changed.ts';
import type { RulesChanged } from './events/rules-changed.ts';
import { facetBits, facets } from './game/facets.ts';
import type { PlayerId, TeamId } from './game/ids.ts';
import { firstPlayerRow } from './game/line.ts';
import type { RosterEntry } from './game/roster-entry.ts';
import type { SideIndex, Sides } from './game/side.ts';
import { ruleSet } from './rules/index.ts';
import type { RulePatch, RuleSet, RuleSetId } from './rules/rule-set.ts';

export type SheetPlayer = {
  readonly playerId: PlayerId;
  readonly side: SideIndex;
  readonly row: number;
  readonly entry: RosterEntry;
};

export type Sheet = {
  readonly rules: RuleSet;
  /** Fields of the row that the game overrides. */
  readonly overrides: RulePatch;
  readonly teams: Sides<TeamId | null>;
  readonly tracked: Sides<number>;
  /** By every id that was ever said, also one that is the same as another (SET-2). */
  readonly players: ReadonlyMap<PlayerId, SheetPlayer>;
  /** The players that have a line, in the order of their rows. */
  readonly lines: readonly SheetPlayer[];
  readonly setUps: readonly (GameSetUp & LoggedEvent)[];
};

type Setting = LoggedEvent & (GameSetUp | RosterChanged | RulesChanged);

/** By seq, the unacknowledged last by device and deviceSeq: the order in which registers are written (COR-1). */
export const compareLogged = (a: LoggedEvent, b: LoggedEvent): number => {
  if (a.seq !== null || b.seq !== null) {
    if (a.seq === null) return 1;
    if (b.seq === null) return -1;
    if (a.seq !== b.seq) return a.seq - b.seq;
  }
  if (a.deviceId !== b.deviceId) return a.deviceId < b.deviceId ? -1 : 1;
  if (a.deviceSeq !== b.deviceSeq) return a.deviceSeq - b.deviceSeq;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

type Entries = Map<PlayerId, { side: SideIndex; entry: RosterEntry }>;

const addTeam = (entries: Entries, team: TeamSetUp, side: SideIndex): void => {
  for (const entry of team.roster) entries.set(entry.playerId, { side, entry });
};

const change = (entries: Entries, teams: Sides<TeamId | null>, { teamId, entry }: RosterChanged): void => {
  const side = teams[0] === teamId ? 0 : teams[1] === teamId ? 1 : (entries.get(entry.playerId)?.side ?? null);
  if (side !== null) entries.set(entry.playerId, { side, entry });
};

const sameAsOf = (entries: Entries, player: PlayerId): PlayerId | null => {
  const { side, entry } = entries.get(player) as { side: SideIndex; entry: RosterEntry };
  return entry.sameAs !== null && entries.get(entry.sameAs)?.side === side ? entry.sameAs : null;
};

/** Who bears the line of each: `sameAs` followed to its end; of a circle, the least id. */
const bearersOf = (entries: Entries): ReadonlyMap<PlayerId, PlayerId> => {
  const bearers = new Map<PlayerId, PlayerId>();
  for (const start of entries.keys()) {
    const path = new Set<PlayerId>();
    let at = start;
    for (let next: PlayerId | null = start; next !== null && !path.has(next) && !bearers.has(at); ) {
      at = next;
      path.add(at);
      next = sameAsOf(entries, at);
    }
    const end = bearers.get(at) ?? leastOfCircle(entries, at);
    for (const player of path) bearers.set(player, end);
  }
  return bearers;
};

/** The least id of the circle that `from` is on; on none, `from` itself. */
const leastOfCircle = (entries: Entries, from: PlayerId): PlayerId => {
  let least = from;
  for (let at = sameAsOf(entries, from); at !== null && at !== from; at = sameAsOf(entries, at)) {
    if (at < least) least = at;
  }
  return least;
};

const withRows = (entries: Entries): Pick<Sheet, 'players' | 'lines'> => {
  const players = new Map<PlayerId, SheetPlayer>();
  const lines: SheetPlayer[] = [];
  const bearers = bearersOf(entries);
  const ids = [...entries.keys()].sort();
  for (const id of ids.filter((each) => bearers.get(each) === each)) {
    const { side, entry } = entries.get(id) as { side: SideIndex; entry: RosterEntry };
    const line = { playerId: id, side, entry, row: firstPlayerRow + lines.length };
    lines.push(line);
    players.set(id, line);
  }
  for (const [id, bearer] of bearers) {
    const line = players.get(bearer);
    if (line !== undefined) players.set(id, line);
  }
  return { players, lines };
};

const everything = facetBits(facets);

type Played = { readonly ruleSet: RuleSetId; readonly rules: RulePatch };

/** The sheet of a log's settings, in any order. */
export const makeSheet = (settings: readonly Setting[]): Sheet => {
  const inOrder = [...settings].sort(compareLogged);
  const setUps = inOrder.filter((event): event is GameSetUp & LoggedEvent => event.type === 'game-set-up');
  const standing = setUps.at(-1);
  const teams: Sides<TeamId | null> =
    standing === undefined ? [null, null] : [standing.home.teamId, standing.away.teamId];
  const entries: Entries = new Map();
  for (const setUp of setUps) {
    addTeam(entries, setUp.home, 0);
    addTeam(entries, setUp.away, 1);
  }
  let played: Played = standing ?? { ruleSet: 'fiba-2024', rules: {} };
  for (const event of inOrder) {
    if (event.type === 'roster-changed') change(entries, teams, event);
    if (event.type === 'rules-changed') played = event;
  }
  const tracked: Sides<number> =
    standing === undefined
      ? [everything, everything]
      : [facetBits(standing.home.tracked), facetBits(standing.away.tracked)];
  const rules = ruleSet(played.ruleSet, played.rules);
  return { rules, overrides: played.rules, teams, tracked, setUps, ...withRows(entries) };
};
