/**
 * `bball import`: a feed or a log of ours, to a file or to a server.
 * To a server it makes what is missing there (teams, roster, game) and appends in the order of seq: on an empty game the server
 * gives the same seqs again, so export → import → export is the same file. A feed goes on the log that an earlier reading of it left:
 * rows that have changed since are amendments.
 */
import type { LoggedEvent } from '@bball/engine';
import { continueLog, type People, writeJsonLog } from '@bball/formats';
import { apiClient, type Client, type Target } from '../api/client.ts';
import { appendToServer, insistOnTaken, readServerLog } from '../api/game-log.ts';
import { putGame, type ServerGame, setUpOf } from '../api/nouns.ts';
import { fail } from '../failure.ts';
import { type FeedOptions, readFeed } from '../feed.ts';
import { inSeqOrder, readLog } from '../log-file.ts';
import type { World } from '../world.ts';

export type ImportOptions = Partial<FeedOptions> &
  Partial<Target> & { readonly out?: string; readonly earlier?: string };

type Source = ServerGame & {
  readonly events: readonly LoggedEvent[];
  /** What of it a log still lacks that has these. */
  readonly beyond: (there: readonly LoggedEvent[]) => readonly LoggedEvent[];
};

export const importLog = async (world: World, log: string | undefined, options: ImportOptions): Promise<void> => {
  const source = await sourceOf(world, log, options);
  const { out, api, token } = options;
  if (out === undefined && api === undefined) return fail('say where to: --out LOG.jsonl, or --api URL --token T');
  if (out !== undefined) {
    await world.writeText(out, writeJsonLog(source.events));
    world.note(`${source.events.length} events of game ${source.setUp.gameId} written to ${out}`);
  }
  if (api === undefined) return;
  if (token === undefined) return fail('--api needs --token T (or BBALL_TOKEN in the environment)');
  const { taken, held } = await sendAll(apiClient(world, { api, token }), source);
  world.note(
    `${source.events.length} events of game ${source.setUp.gameId} at ${api}: ${taken} new, ${held} held for its staff`,
  );
};

const sourceOf = async (world: World, log: string | undefined, options: ImportOptions): Promise<Source> => {
  const { format, playByPlay } = options;
  if (log !== undefined) {
    if (playByPlay !== undefined) return fail('either LOG.jsonl or --play-by-play FILE, not both');
    const events = inSeqOrder(await readLog(world, log));
    const setUp = setUpOf(events);
    const beyond = (there: readonly LoggedEvent[]) => unknownTo(there, events);
    return { events, beyond, setUp, people: numbersOnly(setUp), startsAt: null };
  }
  if (format === undefined || playByPlay === undefined) {
    return fail('name a log (bball import LOG.jsonl …) or a feed (--format F --play-by-play FILE)');
  }
  const { read } = await readFeed(world, { ...options, format, playByPlay });
  const beyond = (there: readonly LoggedEvent[]) => continueLog(there, read.events);
  const earlier = options.earlier === undefined ? [] : inSeqOrder(await readLog(world, options.earlier));
  const events = earlier.length === 0 ? read.events : [...earlier, ...beyond(earlier)];
  return { events, beyond, setUp: setUpOf(read.events), people: read.people, startsAt: read.startsAt };
};

const unknownTo = (there: readonly LoggedEvent[], events: readonly LoggedEvent[]): readonly LoggedEvent[] => {
  const known = new Set(there.map(({ id }) => id));
  return events.filter(({ id }) => !known.has(id));
};

/** A log has no names (P7): teams get their sides', players stay numbers. */
const numbersOnly = ({ home, away }: ServerGame['setUp']): People => ({
  home: { teamId: home.teamId, sourceId: home.teamId, name: 'Home', shortName: 'HOME' },
  away: { teamId: away.teamId, sourceId: away.teamId, name: 'Away', shortName: 'AWAY' },
  players: {},
});

const batchEvents = 100;

const sendAll = async (client: Client, source: Source): Promise<{ readonly taken: number; readonly held: number }> => {
  const { gameId } = source.setUp;
  const there = await readServerLog(client, gameId);
  if (there === null) await putGame(client, source);
  const missing = source.beyond(there?.events ?? []);
  let held = 0;
  for (let from = 0; from < missing.length; from += batchEvents) {
    const batch = missing.slice(from, from + batchEvents);
    held += insistOnTaken(await appendToServer(client, gameId, batch), batch);
  }
  return { taken: missing.length - held, held };
};
