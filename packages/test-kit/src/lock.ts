/** One process at a time, by a file that names its holder; a holder that died leaves it free. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const deadlineMs = 60_000;

export const withLock = async <Value>(path: string, action: () => Promise<Value>): Promise<Value> => {
  const giveUpAt = performance.now() + deadlineMs;
  while (!take(path)) {
    if (performance.now() > giveUpAt) throw new Error(`${path} is held for too long`);
    await wait(20);
  }
  try {
    return await action();
  } finally {
    rmSync(path, { force: true });
  }
};

const take = (path: string): boolean => {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isHeld(path)) rmSync(path, { force: true });
    return false;
  }
};

const isHeld = (path: string): boolean => {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // Empty: its holder is about to write its pid.
    if (pid === 0) return true;
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
