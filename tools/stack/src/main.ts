/** `npm run stack [-- status | stop | kill <part> | redeploy [jar] | compose-secrets]` */
import { setTimeout as pause } from 'node:timers/promises';
import { makeComposeSecrets } from './compose-secrets.ts';
import { endOrphans } from './orphans.ts';
import { type Place, placeOf } from './place.ts';
import { runningOf, signal } from './process-file.ts';
import { redeploy } from './redeploy.ts';
import { runStack } from './run.ts';
import { partNamed, statusOf, statusTable } from './status.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const { STACK_DIR, STACK_SHIFT, PORT, PATH, STACK_DEMO, STACK_API_ENV, STACK_ENDS_WITH_INPUT, STACK_WITHOUT } =
  process.env;
const place = placeOf({
  folder: STACK_DIR,
  shift: STACK_SHIFT === undefined ? undefined : Number(STACK_SHIFT),
  port: PORT === undefined ? undefined : Number(PORT),
});
const environment = Object.fromEntries(
  Object.entries({ STACK_DIR, STACK_SHIFT, PORT }).filter((entry): entry is [string, string] => entry[1] !== undefined),
);

const start = () =>
  runStack({
    place,
    path: PATH ?? '',
    environment,
    options: {
      hasDemo: STACK_DEMO !== 'off',
      apiEnvironment: JSON.parse(STACK_API_ENV ?? '{}') as { [name: string]: string },
    },
    say,
    without: (STACK_WITHOUT ?? '')
      .split(',')
      .filter((name) => name !== '')
      .map(partNamed),
    endsWithInput: STACK_ENDS_WITH_INPUT === 'yes',
  });

const stop = async ({ folder }: Place): Promise<void> => {
  const supervisor = runningOf(folder, 'supervisor');
  if (supervisor !== null) {
    signal(supervisor.pid, 'SIGTERM');
    while (runningOf(folder, 'supervisor')?.pid === supervisor.pid) await pause(100);
  }
  const left = await endOrphans(folder);
  say(supervisor === null && left.length === 0 ? 'nothing runs' : 'stopped');
};

const kill = (word: string | undefined): void => {
  const name = partNamed(word ?? '');
  const running = runningOf(place.folder, name);
  if (running === null) throw new Error(`${name} does not run`);
  signal(running.pid, 'SIGKILL');
  say(`killed ${name} (${running.pid}); it is started again`);
};

const [command = 'start', argument] = process.argv.slice(2);
try {
  if (command === 'start') {
    await start();
    process.exit(0);
  } else if (command === 'status') say(statusTable(await statusOf(place)));
  else if (command === 'stop') await stop(place);
  else if (command === 'kill') kill(argument);
  else if (command === 'redeploy') say(await redeploy(place, argument ?? null));
  else if (command === 'stop-orphans-of') await endOrphans(place.folder, Number(argument));
  else if (command === 'compose-secrets') say(`made: ${(await makeComposeSecrets()).join(', ')}`);
  else
    throw new Error(
      `${command}: there are status, stop, kill <part>, redeploy [jar] and compose-secrets; without a word everything starts`,
    );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
