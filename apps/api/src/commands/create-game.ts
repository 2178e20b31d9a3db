/**
 * Sets up a game. The side that does not host is treated as a shell until it agrees; whoever may answer for it agrees at once. The same
 * game again changes nothing.
 */
import { type Facet, levels, type Pair, type RuleSetId } from '@bball/engine';
import { accept, type Result, reject } from '../errors.ts';
import { isWider, narrowest, startingVisibility } from '../policies/cap.ts';
import { canAcceptGame, canCreateGame, canSetVisibility, type GameFacts, type Visibility } from '../policies/games.ts';
import { canSeeStandings } from '../policies/leagues.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { canSeeRoster } from '../policies/teams.ts';
import type { NewGame } from '../repositories/games.ts';
import type { League } from '../repositories/leagues.ts';
import type { NounRows, Nouns } from '../repositories/nouns.ts';
import type { Season } from '../repositories/seasons.ts';
import type { TeamInLeagues } from '../repositories/teams.ts';
import { type Asker, done } from './asker.ts';
import { type Created, isSame } from './created.ts';

type Deps = { readonly nouns: Pick<Nouns, 'together'>; readonly now: () => string };
type Refusal =
  | 'season-not-found'
  | 'team-not-found'
  | 'not-permitted'
  | 'one-team-only'
  | 'host-does-not-play'
  | 'team-not-entered'
  | 'wider-than-the-league'
  | 'id-taken';

export type Tracked = keyof typeof levels | Pair<readonly Facet[]>;

export type WantedGame = Omit<NewGame, 'awayAcceptedAt' | 'visibility' | 'ruleSet' | 'hostTeamId' | 'tracked'> & {
  /** undefined: the home team. */
  readonly hostTeamId: string | undefined;
  /** undefined: as the teams and the league are seen. */
  readonly visibility: Visibility | undefined;
  /** undefined: the season's, else FIBA's. */
  readonly ruleSet: RuleSetId | undefined;
  readonly tracked: Tracked;
};

export const createGame =
  ({ nouns, now }: Deps) =>
  (asker: Asker, wanted: WantedGame): Promise<Result<Created, Refusal>> =>
    nouns.together(async (rows) => {
      const { actor } = asker;
      const placed = await placeOf(rows, actor, wanted);
      if (!placed.ok) return placed;
      const { season, league, host, guest } = placed.value;
      const at = now();
      const facts = factsOfNew(wanted.id, at, placed.value);
      if (!canCreateGame(actor, facts)) return reject('not-permitted');
      if (season !== null && !(await haveEntered(rows, season.id, [host.id, guest.id])))
        return reject('team-not-entered');
      const visibility = visibilityOf(actor, wanted.visibility, facts, { league, host, guest });
      if (!visibility.ok) return visibility;
      const { seasonId, homeTeamId, awayTeamId, startsAt, venue, rules } = wanted;
      const game: Omit<NewGame, 'awayAcceptedAt'> = {
        id: wanted.id,
        seasonId,
        hostTeamId: host.id,
        homeTeamId,
        awayTeamId,
        visibility: visibility.value,
        startsAt,
        venue,
        ruleSet: wanted.ruleSet ?? season?.ruleSet ?? 'fiba-2024',
        rules,
        tracked: trackedOf(wanted.tracked),
      };
      const awayAcceptedAt = guest.isShell || canAcceptGame(actor, facts) ? at : null;
      if (!(await rows.games.insert({ ...game, awayAcceptedAt }, { createdBy: actor.userId, at }))) {
        return isSame(game, await rows.games.find(game.id)) ? accept({ isNew: false }) : reject('id-taken');
      }
      await rows.changes.note('game', [game.id]);
      await rows.audit.write(
        done(asker, at, 'canCreateGame', {
          subjectId: game.id,
          gameId: game.id,
          teamId: host.id,
          leagueId: league?.id ?? null,
        }),
      );
      return accept({ isNew: true });
    });

/** A level of detail means the same facets for both sides. */
export const trackedOf = (tracked: Tracked): Pair<readonly Facet[]> =>
  typeof tracked === 'string' ? { home: levels[tracked], away: levels[tracked] } : tracked;

type Placed = {
  readonly season: Season | null;
  readonly league: League | null;
  readonly host: TeamInLeagues;
  readonly guest: TeamInLeagues;
};

/** The season and the two teams, as far as the actor sees them; who plays in a season is seen by whoever sees the season. */
const placeOf = async (
  { seasons, leagues, teams }: NounRows,
  actor: RelatedActor,
  wanted: WantedGame,
): Promise<Result<Placed, 'season-not-found' | 'team-not-found' | 'one-team-only' | 'host-does-not-play'>> => {
  const { homeTeamId, awayTeamId, hostTeamId = homeTeamId, seasonId } = wanted;
  if (homeTeamId === awayTeamId) return reject('one-team-only');
  if (hostTeamId !== homeTeamId && hostTeamId !== awayTeamId) return reject('host-does-not-play');
  const season = seasonId === null ? null : await seasons.find(seasonId);
  const league = season === null ? null : await leagues.find(season.leagueId);
  if (seasonId !== null && (league === null || !canSeeStandings(actor, league))) return reject('season-not-found');
  const host = await teams.find(hostTeamId);
  const guest = await teams.find(hostTeamId === homeTeamId ? awayTeamId : homeTeamId);
  const sees = (team: TeamInLeagues): boolean =>
    canSeeRoster(actor, team) || (league !== null && team.leagueIds.includes(league.id));
  if (host === null || guest === null || !sees(host) || !sees(guest)) return reject('team-not-found');
  return accept({ season, league, host, guest });
};

const haveEntered = async ({ seasons }: NounRows, seasonId: string, teamIds: readonly string[]): Promise<boolean> => {
  const entries = await Promise.all(teamIds.map((teamId) => seasons.entry(seasonId, teamId)));
  return entries.every((status) => status === 'entered');
};

const factsOfNew = (id: string, at: string, { league, host, guest }: Omit<Placed, 'season'>): GameFacts => ({
  id,
  leagueId: league?.id ?? null,
  hostTeamId: host.id,
  homeTeamId: host.id,
  awayTeamId: guest.id,
  isAccepted: false,
  status: 'scheduled',
  visibility: 'team',
  finalAt: null,
  createdAt: at,
  publishesVenues: league?.publishesVenues ?? false,
});

const visibilityOf = (
  actor: RelatedActor,
  wanted: Visibility | undefined,
  facts: GameFacts,
  { league, host, guest }: Pick<Placed, 'league' | 'host' | 'guest'>,
): Result<Visibility, 'wider-than-the-league' | 'not-permitted'> => {
  const cap = league?.maxVisibility ?? 'public';
  const start = narrowest<Visibility>(
    cap,
    host.visibility,
    startingVisibility(host.ageGroup),
    startingVisibility(guest.ageGroup),
  );
  if (wanted === undefined) return accept(start);
  if (isWider(wanted, cap)) return reject('wider-than-the-league');
  return isWider(wanted, start) && !canSetVisibility(actor, facts) ? reject('not-permitted') : accept(wanted);
};
