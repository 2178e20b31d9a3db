/**
 * PostgreSQL refuses to run as root. As root (a container, a classroom machine) it runs as `postgres` or, where there is no such
 * user, as `nobody`; where that user may not even enter the project's folder, it keeps the one capability to do so.
 */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export type RunAs = {
  readonly uid?: number;
  readonly gid?: number;
  readonly options: { readonly uid?: number; readonly gid?: number; readonly cwd: string };
  readonly command: (file: string, args: readonly string[]) => [string, string[]];
};

export const runAs = async (home: string): Promise<RunAs> => {
  mkdirSync(home, { recursive: true });
  if (process.getuid?.() !== 0) return { options: { cwd: home }, command: (file, args) => [file, [...args]] };
  const { uid, gid } = unprivileged();
  const here = dirname(fileURLToPath(import.meta.url));
  if (isEnterable(home) && isEnterable(here))
    return { uid, gid, options: { uid, gid, cwd: home }, command: (file, args) => [file, [...args]] };
  const keep = [
    '--reuid',
    String(uid),
    '--regid',
    String(gid),
    '--clear-groups',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
  ];
  return { uid, gid, options: { cwd: home }, command: (file, args) => ['setpriv', [...keep, file, ...args]] };
};

const unprivileged = (): { uid: number; gid: number } => {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody']
    .map((name) => users.find((user) => user[0] === name))
    .find((user) => user !== undefined);
  if (found === undefined)
    throw new Error(
      'PostgreSQL does not run as root, and there is neither a user postgres nor nobody. Set DATABASE_URL.',
    );
  return { uid: Number(found[2]), gid: Number(found[3]) };
};

/** May others pass through every folder on the way? */
const isEnterable = (path: string): boolean => {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
};
