/** What a request can fail with: the server's refusal with its code, or no answer at all. */
import type { ProblemCode } from '@bball/contracts';

export class ApiProblem extends Error {
  readonly status: number;
  readonly code: ProblemCode | null;

  constructor(status: number, code: ProblemCode | null) {
    super(code ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
  }
}

export class NoAnswer extends Error {
  constructor() {
    super('the server did not answer');
    this.name = 'NoAnswer';
  }
}

/** Nothing is there: also where the address holds an id that is none. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 404 || error.status === 400);
