/**
 * The three kinds of no, as values: a rejection is returned with a code of the problem table, a bug is thrown.
 * Nothing else makes a `Result` or turns a code into a status.
 */
import { type ProblemCode, problems } from '@bball/contracts';

export type Accepted<Value> = { readonly ok: true; readonly value: Value };
export type Rejected<Code extends ProblemCode> = {
  readonly ok: false;
  readonly code: Code;
  /** For people: what exactly is wrong. Never a name, a token or a body. */
  readonly detail: string | null;
  /** For 429 and 503: when to come again. */
  readonly retryAfterSeconds: number | null;
};
export type Result<Value, Code extends ProblemCode = ProblemCode> = Accepted<Value> | Rejected<Code>;

export const accept = <Value>(value: Value): Accepted<Value> => ({ ok: true, value });

type Particulars = { readonly detail?: string; readonly retryAfterSeconds?: number };

export const reject = <const Code extends ProblemCode>(code: Code, particulars: Particulars = {}): Rejected<Code> => ({
  ok: false,
  code,
  detail: particulars.detail ?? null,
  retryAfterSeconds: particulars.retryAfterSeconds ?? null,
});

/** A rejection on its way through code that can only throw (a transaction that must roll back). Caught where it began. */
export class Rejection extends Error {
  readonly rejected: Rejected<ProblemCode>;
  constructor(rejected: Rejected<ProblemCode>) {
    super(rejected.code);
    this.rejected = rejected;
  }
}

export const statusOf = (code: ProblemCode): number => problems[code].status;
