/** A result as a box score: lines in the order a coach reads them, with what is derived from the counted columns. */
import type { BoxScore, Card } from '@bball/contracts';
import {
  efficiency,
  fourFactors,
  type GameResult,
  gameScore,
  type PlayerId,
  type PlayerLine,
  pace,
  performanceIndex,
  playedMsAt,
  ratings,
  ratios,
  ruleSet,
  type Side,
  shares,
  sidePlayedMsAt,
  type TeamId,
  type TeamLine,
} from '@bball/engine';

export const boxScoreOf = (result: GameResult, card: Pick<Card, 'home' | 'away' | 'players'>): BoxScore => {
  const { game } = result;
  const sides = (['home', 'away'] as const).filter((side) => game[side] !== null && game[side]! in result.teams);
  return {
    gameId: result.gameId,
    revision: result.revision,
    engineVersion: result.engineVersion,
    status: game.status,
    score: game.score,
    officialScore: game.officialScore,
    periods: [...game.periods],
    pace: paceOf(result),
    leadChanges: game.leadChanges,
    timesTied: game.timesTied,
    teams: sides.map((side) => teamOf(result, side, card)) as unknown as BoxScore['teams'],
  };
};

const lineOf = ({ game, teams }: GameResult, side: Side): TeamLine | null =>
  game[side] === null ? null : (teams[game[side]] ?? null);

const paceOf = (result: GameResult): number | null => {
  const [home, away] = [lineOf(result, 'home'), lineOf(result, 'away')];
  if (home === null || away === null) return null;
  const possessions = [home.comparison.possessions, away.comparison.possessions] as const;
  return pace(
    possessions,
    sidePlayedMsAt(result, result.game.home as TeamId),
    ruleSet(result.game.ruleSet, result.game.rules),
  );
};

const otherSide = (side: Side): Side => (side === 'home' ? 'away' : 'home');

const teamOf = (result: GameResult, side: Side, card: Pick<Card, 'home' | 'away' | 'players'>) => {
  const teamId = result.game[side] as TeamId;
  const line = lineOf(result, side)!;
  const opponent = lineOf(result, otherSide(side)) ?? line;
  const rules = ruleSet(result.game.ruleSet, result.game.rules);
  const soFar = { team: { ...line.totals, playedMs: sidePlayedMsAt(result, teamId) }, opponent: opponent.totals };
  return {
    teamId,
    team: card[side],
    side,
    players: playersOf(result, teamId).map(([id, player]) => ({
      id,
      displayName: card.players[id]?.displayName ?? `#${player.number === '' ? '–' : player.number}`,
      ...player,
      ratios: ratios(player, rules),
      shares: shares({ ...player, playedMs: playedMsAt(player, result.game.clockMs) }, soFar, rules),
      efficiency: efficiency(player),
      performanceIndex: performanceIndex(player),
      gameScore: gameScore(player),
    })),
    totals: line.totals,
    unassigned: line.unassigned,
    own: line.own,
    comparison: line.comparison,
    ratios: ratios(line.totals, rules),
    fourFactors: fourFactors(line.totals, opponent.totals, rules),
    ratings: ratings(scoredBy(line), scoredBy(opponent)),
    foulsByPeriod: line.foulsByPeriod,
    timeoutsUsed: line.timeoutsUsed,
  };
};

const scoredBy = (line: TeamLine) => ({ pts: line.totals.pts, possessions: line.comparison.possessions });

/** Starters first, then who played, then the others, each by number. */
const playersOf = ({ players }: GameResult, teamId: TeamId): readonly (readonly [PlayerId, PlayerLine])[] =>
  (Object.entries(players) as [PlayerId, PlayerLine][])
    .filter(([, line]) => line.teamId === teamId)
    .sort(([idA, a], [idB, b]) => rankOf(a) - rankOf(b) || Number(a.number) - Number(b.number) || (idA < idB ? -1 : 1));

const rankOf = (line: PlayerLine): number => (line.isStarter === true ? 0 : line.hasPlayed ? 1 : 2);
