/** Processes of a stack as the system shows them: a server with those it has forked, and the twin of one that runs. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const wordsOf = (pid: number, file: 'cmdline' | 'environ'): readonly string[] =>
  readFileSync(`/proc/${pid}/${file}`, 'utf8')
    .split('\0')
    .filter((word) => word !== '');

const parentOf = (pid: string): number | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
};

/** The process and its children: PostgreSQL answers from a process of its own for each connection. */
export const familyOf = (pid: number): readonly number[] => [
  pid,
  ...readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number),
];

/** Another process with the same program, arguments and surroundings; resolves how to end it. */
export const twinOf = (pid: number): (() => void) => {
  const [program = '', ...args] = wordsOf(pid, 'cmdline');
  const env = Object.fromEntries(wordsOf(pid, 'environ').map((word) => word.split(/=(.*)/s).slice(0, 2)));
  const twin = spawn(program, args, { cwd: readlinkSync(`/proc/${pid}/cwd`), env, stdio: 'ignore' });
  return () => void twin.kill('SIGKILL');
};
