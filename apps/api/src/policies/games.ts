/**
 * Who may see, change, score and settle games.
 * Invariants: an admin never scores; who no longer may score but once did is told apart (`wasScoringPrincipal`), since their plays are held,
 * not refused.
 * Source: access.md §2.
 */
import {
  administers,
  isCoachOf,
  isHeadCoachOf,
  isMemberOfLeague,
  isRelatedTo,
  isSupport,
  type RelatedActor,
  validAssignments,
} from './relations.ts';

export type Visibility = 'public' | 'league' | 'team' | 'private';

export type GameFacts = {
  readonly id: string;
  /** The season's; null: a friendly. */
  readonly leagueId: string | null;
  readonly hostTeamId: string;
  readonly homeTeamId: string;
  readonly awayTeamId: string;
  /** Did the side that does not host agree; until then its people are not shown. */
  readonly isAccepted: boolean;
  readonly status: 'scheduled' | 'live' | 'final' | 'cancelled';
  readonly visibility: Visibility;
  readonly finalAt: string | null;
  readonly createdAt: string;
  /** The league lets strangers see where its games are played. */
  readonly publishesVenues: boolean;
};

const reopenableMs = 72 * 3_600_000;

const isOpen = (game: GameFacts): boolean => game.status === 'scheduled' || game.status === 'live';
const isOver = (game: GameFacts): boolean => game.status === 'final';
const isFriendly = (game: GameFacts): boolean => game.leagueId === null;

const sides = (game: GameFacts): readonly string[] => [game.homeTeamId, game.awayTeamId];
const guestOf = (game: GameFacts): string => (game.hostTeamId === game.homeTeamId ? game.awayTeamId : game.homeTeamId);

const coachesASide = (actor: RelatedActor, game: GameFacts): boolean =>
  sides(game).some((teamId) => isCoachOf(actor, teamId));

const hosts = (actor: RelatedActor, game: GameFacts): boolean => isCoachOf(actor, game.hostTeamId);

/** As a scorer with an account; a link is asked for apart. */
const isScorerOf = (actor: RelatedActor, game: GameFacts): boolean =>
  actor.assignments.some(({ gameId, until }) => gameId === game.id && until === null);

const scores = (actor: RelatedActor, game: GameFacts): boolean =>
  validAssignments(actor).some(({ gameId }) => gameId === game.id);

const belongsToASide = (actor: RelatedActor, game: GameFacts): boolean =>
  sides(game).some((teamId) => isRelatedTo(actor, teamId));

const isRecent = (game: GameFacts, nowMs: number): boolean =>
  game.finalAt !== null && nowMs - Date.parse(game.finalAt) <= reopenableMs;

const seesByLink = (actor: RelatedActor, game: GameFacts): boolean => actor.sharedGameId === game.id;

/** The block "see" of access.md §2. */
const seers: Readonly<Record<Visibility, (actor: RelatedActor, game: GameFacts) => boolean>> = {
  public: () => true,
  league: (actor, game) =>
    isSupport(actor) ||
    administers(actor, game.leagueId) ||
    belongsToASide(actor, game) ||
    (game.leagueId !== null && isMemberOfLeague(actor, game.leagueId)) ||
    scores(actor, game) ||
    seesByLink(actor, game),
  team: (actor, game) =>
    isSupport(actor) ||
    administers(actor, game.leagueId) ||
    belongsToASide(actor, game) ||
    scores(actor, game) ||
    seesByLink(actor, game),
  private: (actor, game) => isSupport(actor) || hosts(actor, game) || scores(actor, game),
};

export const canWatchGame = (actor: RelatedActor, game: GameFacts): boolean => seers[game.visibility](actor, game);

export const canExportBoxScore = canWatchGame;

export const canCreateGame = (actor: RelatedActor, game: Pick<GameFacts, 'leagueId' | 'hostTeamId'>): boolean =>
  administers(actor, game.leagueId) || isCoachOf(actor, game.hostTeamId);

/** For the side that does not host. */
export const canAcceptGame = (actor: RelatedActor, game: GameFacts): boolean =>
  administers(actor, game.leagueId) || isCoachOf(actor, guestOf(game));

export const canEditGame = (actor: RelatedActor, game: GameFacts): boolean =>
  isOpen(game) && (administers(actor, game.leagueId) || hosts(actor, game));

export const canSetVisibility = (actor: RelatedActor, game: GameFacts): boolean =>
  isSupport(actor) || administers(actor, game.leagueId) || isHeadCoachOf(actor, game.hostTeamId);

export const canSeeVenue = (actor: RelatedActor, game: GameFacts): boolean =>
  isSupport(actor) ||
  administers(actor, game.leagueId) ||
  belongsToASide(actor, game) ||
  scores(actor, game) ||
  (game.publishesVenues && canWatchGame(actor, game));

/** May score, leaving aside whether the game still runs. */
export const isScoringPrincipal = (actor: RelatedActor, game: GameFacts): boolean =>
  administers(actor, game.leagueId) || hosts(actor, game) || scores(actor, game);

/** May score now, or could at some time since the game was made: assignments, roles and links that ended count. */
export const wasScoringPrincipal = (actor: RelatedActor, game: GameFacts): boolean => {
  const heldThen = ({ until }: { readonly until: string | null }): boolean => until === null || until > game.createdAt;
  return (
    isScoringPrincipal(actor, game) ||
    actor.assignments.some(({ gameId }) => gameId === game.id) ||
    actor.memberships.some((held) => held.teamId === game.hostTeamId && held.role !== 'follower' && heldThen(held)) ||
    actor.offices.some((held) => held.leagueId === game.leagueId && heldThen(held)) ||
    actor.link?.gameId === game.id
  );
};

export const canScore = (actor: RelatedActor, game: GameFacts): boolean =>
  isOpen(game) && isScoringPrincipal(actor, game);

export const canAddGuest = canScore;

/** A link corrects what itself keyed, everybody else who scores corrects anything. */
export const canCorrect = (actor: RelatedActor, game: GameFacts, play: { readonly isOwn: boolean }): boolean =>
  isOpen(game) &&
  (administers(actor, game.leagueId) ||
    hosts(actor, game) ||
    isScorerOf(actor, game) ||
    (play.isOwn && scores(actor, game)));

export const canChangeRuleSet = (actor: RelatedActor, game: GameFacts): boolean =>
  isOpen(game) &&
  (administers(actor, game.leagueId) || (isFriendly(game) && (hosts(actor, game) || isScorerOf(actor, game))));

export const canSettleHeldPlays = (actor: RelatedActor, game: GameFacts): boolean =>
  administers(actor, game.leagueId) || hosts(actor, game) || isScorerOf(actor, game);

export const canFinalize = (actor: RelatedActor, game: GameFacts): boolean =>
  isOpen(game) &&
  (administers(actor, game.leagueId) ||
    isHeadCoachOf(actor, game.hostTeamId) ||
    (isFriendly(game) && hosts(actor, game)) ||
    isScorerOf(actor, game));

export const canReopen = (actor: RelatedActor, game: GameFacts, nowMs: number): boolean =>
  isOver(game) &&
  (administers(actor, game.leagueId) ||
    (isHeadCoachOf(actor, game.hostTeamId) && (isFriendly(game) || isRecent(game, nowMs))) ||
    (isScorerOf(actor, game) && isRecent(game, nowMs)));

/** Settling a final whose score is disputed: the league, or where there is none the head coach of the host (protocol.md F-4). */
export const canConfirmFinal = (actor: RelatedActor, game: GameFacts): boolean =>
  isOver(game) && (administers(actor, game.leagueId) || (isFriendly(game) && isHeadCoachOf(actor, game.hostTeamId)));

export const canAssignScorer = (actor: RelatedActor, game: GameFacts): boolean =>
  administers(actor, game.leagueId) || hosts(actor, game);

/** Flags, held plays, who keys and how many watch. */
export const canSeePresence = (actor: RelatedActor, game: GameFacts): boolean =>
  administers(actor, game.leagueId) || coachesASide(actor, game) || scores(actor, game);

/** The raw log, event by event. */
export const canReadLog = (actor: RelatedActor, game: GameFacts): boolean =>
  isSupport(actor) || canSeePresence(actor, game);
