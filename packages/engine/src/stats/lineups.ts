/**
 * Who was on court together, and what came of it: sums of stints.
 * Invariants: null where no line-up was said; a player's time on and off court add up to the team's.
 * Source: rules-and-statistics.md "Formulas", line-ups; events.md LIN-1…LIN-4.
 */
import type { PlayerId, Side, TeamId } from '../game/ids.ts';
import { type Ratings, ratings } from './ratings.ts';
import type { GameResult, Stint } from './result.ts';

export type OnCourt = {
  readonly playedMs: number;
  readonly pts: number;
  readonly ptsAgainst: number;
  readonly plusMinus: number;
  readonly possessions: number;
  readonly possessionsAgainst: number;
  readonly ratings: Ratings;
};

/** Sorted player ids of one team that were on court together. */
export type Group = OnCourt & { readonly teamId: TeamId; readonly players: readonly PlayerId[] };
export type OnOff = {
  readonly teamId: TeamId;
  readonly playerId: PlayerId;
  readonly on: OnCourt;
  readonly off: OnCourt;
};

export type Lineups = {
  /** Everybody of a side on court: fives, in 3x3 threes. Longest together first, as the pairs. */
  readonly fives: readonly Group[];
  readonly pairs: readonly Group[];
  readonly onOff: readonly OnOff[];
};

const sumOf = (stints: readonly Stint[], side: Side): OnCourt => {
  const other = side === 'home' ? 'away' : 'home';
  const total = (of: (stint: Stint) => number): number => stints.reduce((sum, stint) => sum + of(stint), 0);
  const pts = total((stint) => stint.pts[side]);
  const ptsAgainst = total((stint) => stint.pts[other]);
  const possessions = total((stint) => stint.possessions[side]);
  const possessionsAgainst = total((stint) => stint.possessions[other]);
  return {
    playedMs: total(({ fromMs, toMs }) => fromMs - toMs),
    pts,
    ptsAgainst,
    plusMinus: pts - ptsAgainst,
    possessions,
    possessionsAgainst,
    ratings: ratings({ pts, possessions }, { pts: ptsAgainst, possessions: possessionsAgainst }),
  };
};

const pairsOf = (players: readonly PlayerId[]): readonly (readonly PlayerId[])[] =>
  players.flatMap((first, index) => players.slice(index + 1).map((second) => [first, second]));

/** More on court at once are a mistake in the log, which is flagged there; in groups they would only be many. */
const mostTogether = 10;

const byTime = (a: Group, b: Group): number =>
  b.playedMs - a.playedMs || (a.players.join() < b.players.join() ? -1 : 1);

const groupsOf = (
  stints: readonly Stint[],
  side: Side,
  of: { teamId: TeamId; groups: (five: readonly PlayerId[]) => readonly (readonly PlayerId[])[] },
): readonly Group[] => {
  const stintsOf = new Map<string, { readonly players: readonly PlayerId[]; readonly stints: Stint[] }>();
  for (const stint of stints.filter(
    ({ players }) => players[side].length > 0 && players[side].length <= mostTogether,
  )) {
    for (const players of of.groups([...stint.players[side]].sort())) {
      const key = players.join();
      const group = stintsOf.get(key) ?? { players, stints: [] };
      group.stints.push(stint);
      stintsOf.set(key, group);
    }
  }
  return [...stintsOf.values()].map((group) => ({
    teamId: of.teamId,
    players: group.players,
    ...sumOf(group.stints, side),
  }));
};

const onOffOf = (stints: readonly Stint[], side: Side, teamId: TeamId): readonly OnOff[] => {
  const players = [...new Set(stints.flatMap((stint) => stint.players[side]))].sort();
  return players.map((playerId) => ({
    teamId,
    playerId,
    on: sumOf(
      stints.filter((stint) => stint.players[side].includes(playerId)),
      side,
    ),
    off: sumOf(
      stints.filter((stint) => !stint.players[side].includes(playerId)),
      side,
    ),
  }));
};

export const lineups = (result: Pick<GameResult, 'game' | 'stints'>): Lineups | null => {
  const { stints, game } = result;
  if (stints.length === 0 && game.onCourt.home === null && game.onCourt.away === null) return null;
  const sides = (['home', 'away'] as const).flatMap((side) => {
    const teamId = game[side];
    return teamId === null ? [] : [{ side, teamId }];
  });
  const groups = (of: (five: readonly PlayerId[]) => readonly (readonly PlayerId[])[]): readonly Group[] =>
    sides.flatMap(({ side, teamId }) => groupsOf(stints, side, { teamId, groups: of })).sort(byTime);
  return {
    fives: groups((five) => [five]),
    pairs: groups(pairsOf),
    onOff: sides.flatMap(({ side, teamId }) => onOffOf(stints, side, teamId)),
  };
};
