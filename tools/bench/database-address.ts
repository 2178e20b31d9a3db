/** The address of the embedded database that runs in a data folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const portLine = 3;

export const addressOf = (folder: string): string => {
  const password = readFileSync(join(folder, 'database-password'), 'utf8').trim();
  const port = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[portLine];
  return `postgresql://bball:${password}@127.0.0.1:${port}/bball`;
};
