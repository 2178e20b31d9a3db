/** `npm run chaos -- --seed N --minutes M`: a stack under load, faults at random moments, everything checked after each. */
import { databaseUrl } from '@bball/stack/addresses';
import pg from 'pg';
import { reportCounts } from '../../setup/counts.mjs';
import { readArguments } from './arguments.ts';
import { makeFinishedGames } from './checks/finished-games.ts';
import { namesInTopics } from './checks/names-in-topics.ts';
import { makeReader } from './checks/read-stored.ts';
import { watchLease } from './checks/watch-lease.ts';
import { watchResults } from './checks/watch-results.ts';
import { watchTopic } from './checks/watch-topic.ts';
import { faults } from './faults/rows.ts';
import { chanceFrom } from './random.ts';
import { playRound, type Round, type Scene } from './round.ts';
import { startLoad } from './scoring/load.ts';
import { type Stack, startStack } from './stack-process.ts';
import { isSound, tableOf } from './table.ts';
import { makeCoach } from './wire/coach.ts';
import { openEars } from './wire/ears.ts';
import { openHttp } from './wire/http.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const renewEveryMs = 5 * 60_000;

const { seed, minutes, games, rate, viewers, only, keeps } = readArguments(process.argv.slice(2));
const chosen = faults.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)));
if (chosen.length === 0) throw new Error(`no fault has ${only.join(' or ')} in its name`);

type Stops = (() => unknown)[];

const openDatabase = (stack: Stack): pg.Pool => {
  const pool = new pg.Pool({ connectionString: databaseUrl(stack.place), max: 8, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => {});
  return pool;
};

const setScene = async (stack: Stack, stops: Stops): Promise<Scene> => {
  const pool = openDatabase(stack);
  stops.push(() => pool.end());
  const http = openHttp(stack.url);
  stops.push(http.close);
  const coach = await makeCoach(http, pool);
  const ears = openEars(stack.url, coach.token);
  stops.push(ears.close);
  const renewing = setInterval(() => void coach.renew().then(ears.renew, () => {}), renewEveryMs);
  stops.push(() => clearInterval(renewing));
  const results = watchResults(pool);
  const lease = watchLease(pool);
  const topic = watchTopic(`127.0.0.1:${stack.place.port('kafka')}`, String(seed));
  stops.push(results.end, lease.end, topic.end);
  const startedAt = performance.now();
  const load = await startLoad({ url: stack.url, http, coach, ears, seed, games, rate, viewers });
  stops.push(load.end);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  say(`seed ${seed}: ${games} games, ${rate} events/s, ${viewers} viewers, begun in ${seconds} s`);
  const chance = chanceFrom(seed);
  return {
    ...{ stack, pool, load, results, lease, chance, order: topic.order },
    reader: makeReader(pool),
    finished: makeFinishedGames(pool),
  };
};

const play = async (scene: Scene, untilMs: number): Promise<readonly Round[]> => {
  const rounds: Round[] = [];
  for (;;)
    for (const fault of scene.chance.shuffled(chosen)) {
      if (rounds.length > 0 && performance.now() > untilMs) return rounds;
      say(`${fault.name} …`);
      const round = await playRound(scene, fault);
      rounds.push(round);
      say(tableOf([round]).split('\n')[1] ?? '');
      for (const broken of round.broken.slice(1, 10)) say(`      ${broken}`);
      if (round.broken.length === 0 && round.lastToAgree !== null) say(`      last to agree: ${round.lastToAgree}`);
    }
};

const run = async (): Promise<boolean> => {
  const stack = await startStack(say);
  const stops: Stops = [() => stack.stop(keeps)];
  try {
    const scene = await setScene(stack, stops);
    const rounds = await play(scene, performance.now() + minutes * 60_000);
    const names = await namesInTopics(`127.0.0.1:${stack.place.port('kafka')}`, String(seed));
    say(`\n${tableOf(rounds)}`);
    say(`${scene.load.events()} events acknowledged, ${scene.load.repeats()} requests sent again`);
    for (const name of names) say(`✖ ${name}`);
    const passed = rounds.filter(isSound).length;
    const failed = rounds.length - passed + names.length;
    reportCounts({ passed, failed });
    return failed === 0;
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
};

for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => {
    // The stack's guard sees our end and ends what is left.
    process.exit(130);
  });
process.exit((await run()) ? 0 : 1);
