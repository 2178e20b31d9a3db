/** What ends a command on purpose: one clear line, exit code 1. Anything else that is thrown is a bug and keeps its stack. */
export class Failure extends Error {}

export const fail = (message: string): never => {
  throw new Failure(message);
};
