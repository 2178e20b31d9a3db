/** The state of a game as a score bug needs it. Source: protocol.md §10; events.md GAM-1, GAM-2. */
import type { GameForfeited } from '../events/game-forfeited.ts';
import { type Facet, facetBit } from '../game/facets.ts';
import { codeOfUnknown } from '../game/flag-codes.ts';
import type { PlayerId, TeamId } from '../game/ids.ts';
import { otherSide, type SideIndex } from '../game/side.ts';
import { bonusRow, teamFoulsNow } from '../game/team-fouls.ts';
import { timeoutsLeft } from '../game/timeouts.ts';
import { type Game, isFinal } from '../game-fold.ts';
import type { GameState, Pair } from '../stats/result.ts';

const pair = <T>(of: (side: SideIndex) => T): Pair<T> => ({ home: of(0), away: of(1) });

const asTeam = (game: Game, side: SideIndex | null): TeamId | null => (side === null ? null : game.sheet.teams[side]);

const forfeitOf = (game: Game): GameForfeited | null => {
  const at = game.statuses.findLastIndex(({ type }) => type === 'game-forfeited');
  const isUndone = at === -1 || game.statuses.slice(at).some(({ type }) => type === 'game-reopened');
  return isUndone ? null : (game.statuses[at] as GameForfeited);
};

/** GAM-2: by the rule row; by default the score stands if the other side leads. */
const officialScore = (game: Game): Pair<number> | null => {
  const forfeit = forfeitOf(game);
  const loser = forfeit === null ? null : game.board.floor.sideOfTeam(forfeit.teamId);
  if (forfeit === null || loser === null) return null;
  const { score } = game.board.state;
  const winner = otherSide(loser);
  if (forfeit.how === 'default' && score[winner] > score[loser]) return { home: score[0], away: score[1] };
  const { rules } = game.sheet;
  const row = forfeit.how === 'default' ? rules.defaultScore : rules.forfeit;
  return pair((side) => (side === winner ? row.winner : row.loser));
};

const throwsDue = (game: Game): GameState['freeThrowsDue'] => {
  const { state } = game.board;
  for (const foulId of state.openTrips) {
    const trip = state.trips.get(foulId);
    const teamId = trip === undefined ? null : asTeam(game, trip.side);
    if (trip?.due != null && teamId !== null) return { teamId, foulId, due: trip.due, taken: trip.taken };
  }
  return null;
};

const onCourt = (game: Game, side: SideIndex): readonly PlayerId[] | null => {
  const rows = game.board.state.onCourt[side];
  return rows === null ? null : rows.map((row) => game.board.playerOfRow[row] as PlayerId).sort();
};

const periods = (game: Game): GameState['periods'] => {
  const { period, periodPts } = game.board.state;
  return Array.from({ length: period }, (_, i) => ({
    period: i + 1,
    home: periodPts[0][i] ?? 0,
    away: periodPts[1][i] ?? 0,
  }));
};

export const gameState = (game: Game): GameState => {
  const { state } = game.board;
  const { rules } = game.sheet;
  const tracks = (side: SideIndex, facet: Facet): boolean => (state.everTracked[side] & facetBit[facet]) !== 0;
  const hasPlays = game.list.inOrder.length > 0;
  return {
    ruleSet: rules.id,
    rules: game.sheet.overrides,
    status: isFinal(game) ? 'final' : hasPlays ? 'live' : 'scheduled',
    home: game.sheet.teams[0],
    away: game.sheet.teams[1],
    score: { home: state.score[0], away: state.score[1] },
    officialScore: officialScore(game),
    period: state.period,
    periodState: state.periodState,
    clockMs: state.periodState === 'ended' ? state.endedAtMs : state.clockMs,
    periods: periods(game),
    teamFouls: pair((side) => (tracks(side, 'fouls') ? teamFoulsNow(state, rules, side) : null)),
    bonus: pair((side) =>
      tracks(otherSide(side), 'fouls')
        ? bonusRow(state, rules, otherSide(side), { clockMs: state.clockMs, extra: 1 }) !== null
        : null,
    ),
    timeoutsLeft: pair((side) => (tracks(side, 'timeouts') ? timeoutsLeft(state, rules, side, state.clockMs) : null)),
    possession: asTeam(game, state.possession?.side ?? null),
    arrow: asTeam(game, state.arrow),
    onCourt: pair((side) => onCourt(game, side)),
    freeThrowsDue: throwsDue(game),
    leadChanges: state.leadChanges,
    timesTied: state.timesTied,
    isDegraded: game.unknown.some(({ type }) => codeOfUnknown(type) === 'event-unreadable'),
  };
};
