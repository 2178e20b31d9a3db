/**
 * Who runs: one file per process, so that the next start finds what an end without farewell left over.
 * Invariant: nobody is signalled by number alone. A process is the pid together with the moment it began, because pids come back.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Running = {
  readonly pid: number;
  /** When it began, in the words of the system; compared, never read. */
  readonly began: string;
  /** The supervisor that started it. */
  readonly supervisor: number;
};

/** Null when no such process is there (any more). */
export const beganOf = (pid: number): string | null => {
  if (existsSync('/proc/self/stat')) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The name in parentheses may hold anything; state is the first word after it, the beginning the twentieth.
      const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return words[0] === 'Z' ? null : (words[19] ?? null);
    } catch {
      return null;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
};

const fileOf = (folder: string, name: string) => join(folder, 'pids', `${name}.json`);

/** Written aside and renamed: whoever reads it, also after a kill -9, finds it whole. */
export const noteRunning = (folder: string, name: string, pid: number): void => {
  const began = beganOf(pid);
  if (began === null) return;
  mkdirSync(join(folder, 'pids'), { recursive: true });
  const running: Running = { pid, began, supervisor: process.pid };
  const aside = `${fileOf(folder, name)}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(running));
  renameSync(aside, fileOf(folder, name));
};

export const forgetRunning = (folder: string, name: string): void => rmSync(fileOf(folder, name), { force: true });

/** The process of that name, if it still is that process. */
export const runningOf = (folder: string, name: string): Running | null => {
  try {
    const running = JSON.parse(readFileSync(fileOf(folder, name), 'utf8')) as Running;
    return beganOf(running.pid) === running.began ? running : null;
  } catch {
    return null;
  }
};

export const namesNoted = (folder: string): readonly string[] =>
  existsSync(join(folder, 'pids'))
    ? readdirSync(join(folder, 'pids'))
        .filter((file) => file.endsWith('.json'))
        .map((file) => file.slice(0, -'.json'.length))
    : [];

/** A signal to a process, if it is there. */
export const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};
