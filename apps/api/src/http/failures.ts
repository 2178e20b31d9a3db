/** Thrown things that are not bugs: bodies that cannot be read, a database that does not answer in time. */
import type { ProblemCode } from '@bball/contracts';

const bodyProblems: { readonly [type: string]: ProblemCode } = {
  'entity.too.large': 'body-too-large',
  'entity.parse.failed': 'json-unreadable',
  'entity.verify.failed': 'json-unreadable',
  'request.size.invalid': 'json-unreadable',
  'request.aborted': 'json-unreadable',
  'encoding.unsupported': 'body-not-json',
  'charset.unsupported': 'body-not-json',
  'stream.encoding.set': 'json-unreadable',
};

/** The refusal behind what body-parser or the router threw, or null. */
export const problemOfBodyParser = (error: unknown): ProblemCode | null => {
  if (error instanceof URIError) return 'request-malformed';
  const type = fieldOf(error, 'type');
  if (typeof type === 'string' && type in bodyProblems) return bodyProblems[type]!;
  return fieldOf(error, 'status') === 400 ? 'request-malformed' : null;
};

/** Codes of PostgreSQL (timeouts, too many connections, shutting down) and of Prisma (pool, transaction) that pass by themselves. */
const busyCodes = new Set([
  '57014',
  '55P03',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '40001',
  '40P01',
  'P2024',
  'P2028',
  'P2034',
  'P1001',
  'P1017',
  'ECONNREFUSED',
  'ECONNRESET',
]);

/** How the driver, and Prisma about its raw queries, say that the database went away. */
const gone = /Connection terminated|Can't reach database server|Server has closed the connection|Code: `57P0[1-3]`/;

export const isBusy = (error: unknown): boolean => {
  const code = fieldOf(error, 'code');
  if (typeof code === 'string' && busyCodes.has(code)) return true;
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('timeout exceeded when trying to connect') || gone.test(message)) return true;
  const cause = fieldOf(error, 'cause');
  return cause !== undefined && cause !== error && isBusy(cause);
};

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && key in value
    ? (value as { readonly [key: string]: unknown })[key]
    : undefined;
