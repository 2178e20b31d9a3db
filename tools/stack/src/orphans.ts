/** Ends what an earlier supervisor left running; all that is known of it are its pid files. */
import { setTimeout as pause } from 'node:timers/promises';
import { beganOf, forgetRunning, namesNoted, type Running, runningOf, signal } from './process-file.ts';

const graceMs = 10_000;
const lookMs = 100;

const isThere = ({ pid, began }: Running) => beganOf(pid) === began;

/** @param of only those that this supervisor started. */
export const endOrphans = async (folder: string, of: number | null = null): Promise<readonly string[]> => {
  const orphans = namesNoted(folder)
    .filter((name) => name !== 'supervisor')
    .map((name) => ({ name, running: runningOf(folder, name) }))
    .flatMap(({ name, running }) => (running === null ? [] : [{ name, running }]))
    .filter(({ running }) => of === null || running.supervisor === of);
  for (const { name, running } of orphans) signal(running.pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
  const deadline = performance.now() + graceMs;
  while (orphans.some(({ running }) => isThere(running)) && performance.now() < deadline) await pause(lookMs);
  for (const { running } of orphans) if (isThere(running)) signal(running.pid, 'SIGKILL');
  for (const { name } of orphans) forgetRunning(folder, name);
  return orphans.map(({ name }) => name);
};
