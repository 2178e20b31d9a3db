/**
 * Leaders and team form of a season, as the reader may see them: find the season and its table, load the teams, people and games it names,
 * leave out what this reader does not see, redact names team by team as rosters do, present.
 * Invariants: a table holds ids only, and a log may have named any: who is not of a team of this season is left out, and a spot of
 * another team than the line's is a number (the guard of cards, access.md §3); totals and ranks are the same for everybody.
 */
import type { SeasonLeaders } from '@bball/contracts';
import type { Leader, SeasonTable } from '@bball/engine';
import { accept, type Result } from '../errors.ts';
import { audienceOfTeam } from '../policies/audience.ts';
import { canWatchGame } from '../policies/games.ts';
import { canSeeEntry } from '../policies/leagues.ts';
import { numberOnly } from '../policies/redaction.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { canSeeRoster } from '../policies/teams.ts';
import { presentSeasonLeaders, type ShownPlayer } from '../presenters/season-leaders.ts';
import type { Game } from '../repositories/games.ts';
import type { Nouns } from '../repositories/nouns.ts';
import type { TeamInLeagues } from '../repositories/teams.ts';
import { redactionOf } from './people-to-show.ts';
import { seenSeason } from './seasons.ts';
import { byName, teamsInSeason } from './standings.ts';

type Deps = {
  readonly nouns: Pick<
    Nouns,
    'leagues' | 'seasons' | 'teams' | 'finals' | 'games' | 'roster' | 'personPrivate' | 'seasonTables'
  >;
  readonly now: () => string;
};

const noTable: SeasonTable = { games: 0, leaders: {}, teams: {} };

export const getSeasonLeaders =
  (deps: Deps) =>
  async (actor: RelatedActor, seasonId: string): Promise<Result<SeasonLeaders, 'season-not-found'>> => {
    const seen = await seenSeason(deps, actor, seasonId);
    if (!seen.ok) return seen;
    const leagueId = seen.value.league.id;
    const table = (await deps.nouns.seasonTables.find(seasonId)) ?? noTable;
    const teams = (await teamsInSeason(deps, seasonId))
      .map(({ team }) => team)
      .filter((team) => canSeeEntry(actor, { leagueId, visibility: team.visibility }))
      .toSorted(byName);
    const [playerOf, gameOf] = await Promise.all([
      playersShown(deps, { actor, seasonId, table, teams }),
      gamesWatched(deps, actor, table),
    ]);
    return accept(presentSeasonLeaders({ seasonId, table, teams, playerOf, gameOf }));
  };

type Reading = {
  readonly actor: RelatedActor;
  readonly seasonId: string;
  readonly table: SeasonTable;
  readonly teams: readonly TeamInLeagues[];
};

/** How a line is shown; null: it is of a team whose roster this reader does not see. */
const playersShown = async (
  deps: Deps,
  { actor, seasonId, table, teams }: Reading,
): Promise<(line: Leader) => ShownPlayer | null> => {
  const rosters = new Map(teams.filter((team) => canSeeRoster(actor, team)).map((team) => [team.id, team]));
  const playerIds = playersOf(table);
  const spots = await deps.nouns.roster.ofIds(playerIds);
  const numbers = await deps.nouns.seasonTables.numbersOf(seasonId, playerIds);
  const redact = await redactionOf(deps, actor, spots);
  const spotOf = new Map(spots.map((spot) => [spot.id, spot]));
  return ({ playerId, teamId }) => {
    const team = rosters.get(teamId);
    if (team === undefined) return null;
    const spot = spotOf.get(playerId);
    if (spot === undefined || spot.teamId !== teamId) return byNumber(numbers.get(playerId) ?? '');
    return { number: spot.number, displayName: redact(spot, audienceOfTeam(actor, team), team.ageGroup).displayName };
  };
};

const byNumber = (number: string): ShownPlayer => ({ number, displayName: numberOnly(number) });

const playersOf = ({ leaders }: SeasonTable): readonly string[] => [
  ...new Set(
    Object.values(leaders)
      .flatMap(({ total, perGame }) => [...total, ...perGame])
      .map(({ playerId }) => playerId),
  ),
];

/** The games of the forms, without those that this reader may not watch. */
const gamesWatched = async (
  { nouns }: Deps,
  actor: RelatedActor,
  { teams }: SeasonTable,
): Promise<(gameId: string) => Game | null> => {
  const ids = new Set(Object.values(teams).flatMap(({ lastGames }) => lastGames.map(({ gameId }) => gameId)));
  const games = (await nouns.games.ofIds([...ids])).filter((game) => canWatchGame(actor, game));
  const byId = new Map(games.map((game) => [game.id, game]));
  return (gameId) => byId.get(gameId) ?? null;
};
