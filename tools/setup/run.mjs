/** Runs another program and says why, where it failed. */
import { spawnSync } from 'node:child_process';
import { childEnvironment, root } from './places.mjs';

/** What a person has to do himself; printed without a stack. */
export class NotReady extends Error {}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ readonly cwd?: string, readonly env?: Record<string, string>, readonly otherwise: string }} options
 */
export const run = (program, args, { cwd = root, env = {}, otherwise }) => {
  const { status, error } = spawnSync(program, args, {
    cwd,
    env: { ...childEnvironment(), ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) {
    throw new NotReady(`${[program, ...args].join(' ')} failed${error ? ` (${error.message})` : ''}. ${otherwise}`);
  }
};

/** Did it end well? Says nothing. @param {string} program @param {readonly string[]} args */
export const succeeds = (program, args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;
