/** The rows of the log: events through HTTP beside the bare statement, and a play's way to 200 screens beside a bare echo. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { eventsPerSecond } from './append-http.ts';
import { startHost } from './child.ts';
import { bareTimes, liveTimes } from './fan-out.ts';
import { type ApiHost, type League, makeLeague } from './league.ts';
import { median, quantile } from './measure.ts';
import { hasPgbench, preparePgbench, transactionsPerSecond } from './pgbench.ts';
import type { Measured, Row } from './report.ts';

const rounds = 3;
const together = 32;
const batch = 100;
/** Two scorers a game; a load lasts as long as a real game is long in events, not longer. */
const games = together / 2;
const batchGames = 128;
const seconds = 5;

type Round = { readonly singly: number; readonly batched: number; readonly bare: number };

/** One after the other in each round, so that all meet the machine in the same mood; each on new games. */
const oneRound = async (host: ApiHost): Promise<Round> => {
  const { databaseUrl } = host.answer;
  const singly = await eventsPerSecond(host, await makeLeague(host, games), { together, batch: 1, seconds });
  await preparePgbench(databaseUrl, (await makeLeague(host, games)).keyings);
  const bare = await transactionsPerSecond(databaseUrl, { together, seconds, games });
  const league = await makeLeague(host, batchGames);
  return { singly, bare, batched: await eventsPerSecond(host, league, { together: 4, batch, seconds }) };
};

const appendRows = async (host: ApiHost): Promise<readonly Row[]> => {
  await eventsPerSecond(host, await makeLeague(host, games), { together, batch: 1, seconds });
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await oneRound(host));
  const singly = median(measured.map((round) => round.singly));
  const batched = median(measured.map((round) => round.batched));
  const bare = median(measured.map((round) => round.bare));
  const against = { what: 'pgbench', value: bare };
  return [
    { what: 'append over HTTP, single events, 32 connections', value: singly, unit: 'events/s', against, aim: { says: '≥ 40 % of pgbench', isMet: singly >= 0.4 * bare } },
    { what: 'append over HTTP, batches of 100', value: batched, unit: 'events/s', against: { what: 'single events', value: singly }, aim: { says: '≥ 10× single events', isMet: batched >= 10 * singly } },
  ];
};

const liveRows = async (host: ApiHost, league: League): Promise<readonly Row[]> => {
  const live = await liveTimes(host, league);
  const bare = await bareTimes(league);
  const row = (what: string, share: number, aim: string, isMet: (value: number, than: number) => boolean): Row => {
    const value = quantile(live, share);
    const than = quantile(bare, share);
    return { what, value, unit: 'ms', against: { what: 'bare echo', value: than }, aim: { says: aim, isMet: isMet(value, than) } };
  };
  return [row('POST → all of 200 sockets have the delta, p50', 0.5, '< 8 ms, ≤ 3× bare', (value, than) => value < 8 && value <= 3 * than), row('the same, p99', 0.99, '≤ 3× bare', (value, than) => value <= 3 * than)];
};

export const logRows = async (folder: string): Promise<Measured> => {
  const dataFolder = join(folder, `api-${process.pid}`);
  rmSync(dataFolder, { recursive: true, force: true });
  const host: ApiHost = await startHost('api-host.ts', { DATA_DIR: dataFolder });
  try {
    const live = await liveRows(host, await makeLeague(host, 2));
    if (!hasPgbench()) return { rows: live, left: [{ what: 'append over HTTP', why: 'no pgbench here: apt-get install postgresql' }] };
    return { rows: [...(await appendRows(host)), ...live], left: [] };
  } finally {
    await host.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
};
