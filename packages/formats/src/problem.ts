/**
 * What a reader says when a file is not what its format promises: which file, where in it, and why. Never half a game.
 */

export const problemCodes = [
  'not-json',
  'missing',
  'wrong-type',
  'unknown-word',
  'duplicate-row',
  'unknown-team',
  'files-disagree',
  'empty',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Which of the texts that were handed over. */
export type SourceFile = 'play-by-play' | 'roster' | 'shots' | 'log';

export type FormatProblem = {
  readonly code: ProblemCode;
  readonly file: SourceFile;
  /** A path into the JSON (`game.actions[12].period`) or a line (`line 12`). */
  readonly place: string;
  readonly message: string;
};

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: FormatProblem };

/** Carries a problem up to the reader's door; it never leaves this package. */
class Unreadable extends Error {
  readonly problem: FormatProblem;
  constructor(problem: FormatProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Stops the reading. */
export const refuse = (problem: FormatProblem): never => {
  throw new Unreadable(problem);
};

/** The one door: a refusal becomes a value, a bug stays a throw. */
export const attempt = <T>(read: () => T): Read<T> => {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
};

/** `play-by-play, game.actions[12].period: expected a number, found "x" (wrong-type)` */
export const describeProblem = ({ code, file, place, message }: FormatProblem): string =>
  `${file}, ${place}: ${message} (${code})`;
