/**
 * `bball replay`: a feed's game sent play by play to a running server, as a scorer would, at the game's pace times `--speed`.
 * It first asks the server what is there and goes on from that, so it can be stopped and started again; a row that the feed has changed
 * since goes as an amendment, and sending an event twice is harmless. Events go in the order of `deviceSeq`; those that are due together go together.
 */
import { ruleSet } from '@bball/engine';
import { continueLog } from '@bball/formats';
import { apiClient, type Client, type Target } from '../api/client.ts';
import { appendToServer, insistOnTaken, readServerLog, type ServerLog } from '../api/game-log.ts';
import { putGame, type ServerGame, setUpOf } from '../api/nouns.ts';
import { fail } from '../failure.ts';
import { type FeedOptions, readFeed } from '../feed.ts';
import { gameTimes } from '../game-pace.ts';
import type { World } from '../world.ts';

export type ReplayOptions = FeedOptions & Target & { readonly speed: number };

const batchEvents = 100;

export const replay = async (world: World, options: ReplayOptions): Promise<void> => {
  const { read } = await readFeed(world, options);
  const setUp = setUpOf(read.events);
  const { gameId } = read;
  const client = apiClient(world, options);

  const there =
    (await readServerLog(client, gameId)) ??
    (await startLog(client, { setUp, people: read.people, startsAt: read.startsAt }));
  const events = continueLog(there.events, read.events);
  const times = gameTimes(events, ruleSet(setUp.ruleSet, setUp.rules));
  world.note(
    `game ${gameId}: ${read.people.home.name} against ${read.people.away.name}, ` +
      `${events.length} events to send ${pace(options.speed)}, ${there.events.length} are there`,
  );

  const startedMs = world.nowMs();
  const isDue = (index: number) => startedMs + (times[index] ?? 0) / options.speed <= world.nowMs();
  let sent = 0;
  let held = 0;
  while (sent < events.length) {
    if (!isDue(sent)) {
      await world.sleep(Math.max(1, startedMs + (times[sent] ?? 0) / options.speed - world.nowMs()));
      continue;
    }
    const batch = events.slice(sent, sent + batchEvents).filter((_, index) => isDue(sent + index));
    held += insistOnTaken(await appendToServer(client, gameId, batch), batch);
    sent += batch.length;
    for (const event of batch) {
      if (event.type === 'period-started')
        world.note(`period ${event.place.period} began (${sent} of ${events.length} sent)`);
    }
  }
  world.note(`done: ${sent} events sent, ${held} held for its staff`);
};

/** Makes the game, which then has an empty log. */
const startLog = async (client: Client, game: ServerGame): Promise<ServerLog> => {
  await putGame(client, game);
  const log = await readServerLog(client, game.setUp.gameId);
  return log ?? fail(`game ${game.setUp.gameId} was made, but its log may not be read with this token`);
};

const pace = (speed: number): string =>
  Number.isFinite(speed) ? `at ${speed} times the speed of the game` : 'at once';
