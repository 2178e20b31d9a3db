/**
 * The demo: a league with finished games, and one game that is being played, again and again, through the same commands that people
 * use. Made once, on an empty database; a restart goes on where it stopped.
 * Invariants: the same events are sent again after a crash (the simulator is seeded by the game's id), so nothing doubles; of the live
 * games only the last ten are kept; games that people made are never touched.
 */
import type { Appended } from '@bball/contracts';
import { contractVersion } from '@bball/contracts';
import type { GameEvent, GameId, LoggedEvent } from '@bball/engine';
import { simulateGame } from '@bball/engine/testing';
import type { Asker } from '../commands/asker.ts';
import { assignScorer } from '../commands/assign-scorer.ts';
import { createGame } from '../commands/create-game.ts';
import type { Result } from '../errors.ts';
import type { Parts } from '../parts.ts';
import type { UserActor } from '../policies/actor.ts';
import { anonymous } from '../policies/relations.ts';
import type { Game } from '../repositories/games.ts';
import { demoEnded, demoSeeded } from '../telemetry.ts';
import {
  comingFixtures,
  type DemoFixture,
  isDemoId,
  livePair,
  playedFixtures,
  simulatedTeam,
  wantedGame,
} from './demo-fixtures.ts';
import { type DemoLeague, type DemoTeam, demoId, demoLeague, seedDemoLeague } from './demo-league.ts';
import { makePause } from './pause.ts';

const keptLiveGames = 10;
const batchEvents = 500;
/** Of the time at the table, like everything that the speed shortens. */
const betweenGamesMs = 300_000;
/** No wait at the table is longer than this on the screen: half-time is a pause, not an end. */
const longestWaitMs = 4_000;

type DemoParts = Pick<
  Parts,
  'append' | 'config' | 'credentials' | 'log' | 'newId' | 'nowMs' | 'repositories' | 'stream' | 'demoGames'
>;

/** Starts the demo where it is wanted; `ready` is when the league is there, its games come after. */
export const startDemo = async (parts: DemoParts): Promise<() => Promise<void>> => {
  if (!parts.config.demo.isOn || !(await parts.demoGames.isDemoDatabase(demoLeague.harbour.leagueId)))
    return async () => {};
  const league = await seedDemoLeague(parts);
  const pause = makePause();
  const running = play(parts, league, pause).catch((error: unknown) => demoEnded(parts.log, error));
  return async () => {
    pause.end();
    await running;
  };
};

type Pause = ReturnType<typeof makePause>;

const play = async (parts: DemoParts, league: DemoLeague, pause: Pause): Promise<void> => {
  await seedGames(parts, league);
  while (!pause.hasEnded()) {
    await playLive(parts, league, pause);
    await pause.for(betweenGamesMs / parts.config.demo.speed);
  }
};

const seedGames = async (parts: DemoParts, { harbour, youth, users }: DemoLeague): Promise<void> => {
  const nowMs = parts.nowMs();
  for (const fixture of [...playedFixtures(harbour, nowMs), ...playedFixtures(youth, nowMs)]) {
    if ((await parts.repositories.nouns.games.find(fixture.gameId)) !== null && (await isPlayed(parts, fixture.gameId)))
      continue;
    await putGame(parts, fixture);
    const game = await parts.repositories.nouns.games.find(fixture.gameId);
    for (const events of inBatches(logOf(game!, fixture))) {
      must(await parts.append(actorOf(users.leagueAdmin, nowMs), fixture.gameId, { contractVersion, events }));
    }
  }
  for (const fixture of comingFixtures(harbour, nowMs)) {
    if ((await parts.repositories.nouns.games.find(fixture.gameId)) === null) await putGame(parts, fixture);
  }
  demoSeeded(parts.log);
};

const isPlayed = async ({ stream }: DemoParts, gameId: string): Promise<boolean> => {
  const headSeq = await stream.gameLog.headSeq(gameId);
  const [last] = headSeq === 0 ? [] : await stream.gameLog.read(gameId, headSeq - 1, 1);
  return last?.type === 'game-finalized';
};

/** Plays the live game from where its log stands to its end. */
const playLive = async (parts: DemoParts, league: DemoLeague, pause: Pause): Promise<void> => {
  const game = (await unfinished(parts)) ?? (await nextGame(parts, league));
  const fixture = fixtureOf(game, league);
  const log = logOf(game, fixture);
  const stored = new Set((await wholeLog(parts, game.id)).map(({ id }) => id));
  const scorer = (): UserActor => actorOf(league.users.scorer, parts.nowMs());
  let beforeMs: number | null = null;
  for (const event of log) {
    const atMs = Date.parse(event.recordedAt);
    if (stored.has(event.id)) continue;
    if (beforeMs !== null) await pause.for(Math.min(longestWaitMs, (atMs - beforeMs) / parts.config.demo.speed));
    if (pause.hasEnded()) return;
    beforeMs = atMs;
    const sent = await sendUntilTaken(parts, scorer, { gameId: game.id, event, pause });
    // Somebody else ended or cancelled the game: it is theirs now.
    if (sent?.answers.some(({ outcome }) => outcome === 'held' || outcome === 'rejected')) break;
  }
  await parts.demoGames.markOver(game.id);
};

type Sending = { readonly gameId: string; readonly event: GameEvent; readonly pause: Pause };

/** As a phone does: what was not answered is sent again. */
const sendUntilTaken = async (
  parts: DemoParts,
  scorer: () => UserActor,
  { gameId, event, pause }: Sending,
): Promise<Appended | null> => {
  while (!pause.hasEnded()) {
    try {
      const result = await parts.append(scorer(), gameId, { contractVersion, events: [event] });
      if (result.ok) return result.value;
      if (result.retryAfterSeconds === null) throw new Error(`the demo may not score: ${result.code}`);
      await pause.for(result.retryAfterSeconds * 1000);
    } catch (error) {
      demoEnded(parts.log, error);
      await pause.for(2_000);
    }
  }
  return null;
};

const unfinished = async ({ demoGames, repositories }: DemoParts): Promise<Game | null> => {
  const [newest] = await demoGames.live();
  return newest === undefined || newest.isOver ? null : repositories.nouns.games.find(newest.gameId);
};

/** Draws the next pair, and lets go of the oldest live games. */
const nextGame = async (parts: DemoParts, { harbour }: DemoLeague): Promise<Game> => {
  const known = await parts.demoGames.live();
  for (const { gameId } of known.slice(keptLiveGames - 1)) {
    if (!isDemoId(gameId)) continue;
    await parts.stream.gameLog.forget(gameId);
    await parts.demoGames.remove(gameId);
  }
  const [home, away] = livePair(harbour, (known[0]?.n ?? 0) + 1);
  const gameId = demoId(`live ${parts.newId()}`);
  await putGame(parts, { gameId, season: harbour, home, away, startsAtMs: parts.nowMs() });
  await parts.demoGames.add(gameId);
  return (await parts.repositories.nouns.games.find(gameId))!;
};

const putGame = async (parts: DemoParts, fixture: DemoFixture): Promise<void> => {
  const deps = { nouns: parts.repositories.nouns, now: () => new Date(parts.nowMs()).toISOString() };
  const asker = await leagueAdmin(parts);
  must(await createGame(deps)(asker, wantedGame(fixture)));
  const scorer = { gameId: fixture.gameId, userId: demoLeague.users.scorer, covers: 'both' } as const;
  must(await assignScorer(deps)(asker, scorer));
};

const leagueAdmin = async ({ repositories: { relations } }: DemoParts): Promise<Asker> => {
  const userId = demoLeague.users.leagueAdmin;
  const actor = { ...anonymous, ...(await relations.of(userId)), userId, isGrown: true, isFresh: true };
  return { actor, sessionId: null, addressPrefix: null, traceId: null };
};

const actorOf = (userId: string, nowMs: number): UserActor => ({
  kind: 'user',
  userId,
  sessionId: demoId('session'),
  authTimeMs: nowMs,
  isFresh: false,
  isEmailVerified: true,
  isGrown: true,
  platformRole: null,
});

const fixtureOf = (game: Game, { harbour }: DemoLeague): DemoFixture => {
  const teamOf = (id: string): DemoTeam => harbour.teams.find((team) => team.id === id)!;
  return {
    gameId: game.id,
    season: harbour,
    home: teamOf(game.homeTeamId),
    away: teamOf(game.awayTeamId),
    startsAtMs: Date.parse(game.startsAt ?? game.createdAt),
  };
};

/** The same game each time it is asked for: the seed is its id, the start stands in its row. */
const logOf = (game: Game, { home, away }: DemoFixture): readonly GameEvent[] =>
  simulateGame({
    seed: game.id,
    ruleSet: game.ruleSet,
    home: simulatedTeam(home),
    away: simulatedTeam(away),
    gameId: game.id as GameId,
    startsAtMs: Date.parse(game.startsAt ?? game.createdAt),
  }).map(({ seq, ...event }: LoggedEvent) => event as GameEvent);

const wholeLog = async ({ stream }: DemoParts, gameId: string): Promise<readonly GameEvent[]> => {
  const events: GameEvent[] = [];
  for (;;) {
    const page = await stream.gameLog.read(gameId, events.length, 1000);
    events.push(...page);
    if (page.length < 1000) return events;
  }
};

const inBatches = (events: readonly GameEvent[]): readonly (readonly GameEvent[])[] =>
  Array.from({ length: Math.ceil(events.length / batchEvents) }, (_, n) =>
    events.slice(n * batchEvents, (n + 1) * batchEvents),
  );

const must = (result: Result<unknown>): void => {
  if (!result.ok) throw new Error(`the demo could not be made: ${result.code}`);
};
