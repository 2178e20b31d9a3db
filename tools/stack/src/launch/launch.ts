/** How one part is started: what to run and with which surroundings. Preparing it is the launcher's own work, done before. */
import type { Installed, Program } from '../install.ts';
import type { Place } from '../place.ts';

export type Launch = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: { readonly [name: string]: string };
  readonly cwd?: string;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  /** Asks for a clean end; SIGTERM where nothing is said. */
  readonly stopBy?: NodeJS.Signals;
};

export type Surroundings = {
  readonly place: Place;
  readonly installed: Installed;
  readonly options: StackOptions;
};

export type StackOptions = {
  /** The demo league, with a game played live. */
  readonly hasDemo: boolean;
  /** Further variables of the API processes (tests and chaos lift limits here). */
  readonly apiEnvironment: { readonly [name: string]: string };
};

export type Launcher = (surroundings: Surroundings) => Promise<Launch>;

export class Missing extends Error {}

/** @throws Missing with the reason where the program could not be brought. */
export const pathOf = async (installed: Installed, program: Program): Promise<string> => {
  const found = await installed[program];
  if ('missing' in found) throw new Missing(`${program} is missing: ${found.missing}`);
  return found.path;
};
