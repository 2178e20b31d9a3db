/** `npm run chaos -- --seed N --minutes M`: a stack under load, faults at random moments, everything checked after each. */
import { databaseUrl } from '@bball/stack/addresses';
import pg from 'pg';
import { reportCounts } from '../../setup/counts.mjs';
import { readArguments } from './arguments.ts';
import { makeCoach } from './coach.ts';
import { faults } from './faults.ts';
import { startLoad } from './load.ts';
import { observe } from './observer.ts';
import { chanceFrom } from './random.ts';
import { playRound, type Round, type Scene } from './round.ts';
import { startStack } from './stack-process.ts';
import { isSound, tableOf } from './table.ts';
import { watchTopic } from './watch-topic.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const renewEveryMs = 5 * 60_000;
const viewersPerGame = 2;

const { seed, minutes, games, rate, only, keeps } = readArguments(process.argv.slice(2));
const chosen = faults.filter(({ name }) => only === null || name.includes(only));
if (chosen.length === 0) throw new Error(`no fault has ${only} in its name`);

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
    }
};

const run = async (): Promise<boolean> => {
  const stack = await startStack(say);
  const stops: (() => void | Promise<void>)[] = [() => stack.stop(keeps)];
  try {
    const pool = new pg.Pool({ connectionString: databaseUrl(stack.place), max: 4, connectionTimeoutMillis: 5_000 });
    pool.on('error', () => {});
    stops.push(() => pool.end());
    const coach = await makeCoach(stack.url, pool);
    const renewing = setInterval(() => void coach.renew().catch(() => {}), renewEveryMs);
    stops.push(() => clearInterval(renewing));
    const observer = observe(pool);
    stops.push(observer.end);
    const topic = watchTopic(`127.0.0.1:${stack.place.port('kafka')}`, String(seed));
    stops.push(topic.end);
    const load = await startLoad({ url: stack.url, coach, seed, games, rate, viewersPerGame });
    stops.push(load.end);
    say(`seed ${seed}: ${games} games, ${rate} events/s, ${games * viewersPerGame} viewers`);
    const scene = { stack, pool, load, observer, order: topic.order, chance: chanceFrom(seed) };
    const rounds = await play(scene, performance.now() + minutes * 60_000);
    say(`\n${tableOf(rounds)}`);
    say(`${load.events()} events acknowledged, ${load.repeats()} requests sent again`);
    const passed = rounds.filter(isSound).length;
    reportCounts({ passed, failed: rounds.length - passed });
    return passed === rounds.length;
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
