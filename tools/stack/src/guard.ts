/**
 * A shell that waits for the end of this process and then ends what it left: so a kill -9 of the supervisor leaves nothing either.
 * It holds one end of a pipe; the system closes the other with us, however we end.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { signal } from './process-file.ts';

export const startGuard = (environment: { readonly [name: string]: string }): { readonly dismiss: () => void } => {
  const command = `cat > /dev/null; exec "$0" "$1" stop-orphans-of ${process.pid}`;
  const guard: ChildProcess = spawn('sh', ['-c', command, process.execPath, join(import.meta.dirname, 'main.ts')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...environment },
  });
  return {
    dismiss: () => {
      if (guard.pid !== undefined && guard.exitCode === null) signal(-guard.pid, 'SIGKILL');
    },
  };
};
