/**
 * The cursor of a list: the sort key of the last row, unreadable to clients and never a permission. A list names the form of its key, so
 * that what comes back from outside is checked before it meets SQL.
 */
import { accept, type Result, reject } from '../errors.ts';
import type { Page } from '../repositories/page.ts';

type Part = 'text' | 'moment' | 'id';
export type ListKey = { readonly list: string; readonly parts: readonly Part[] };

const forms: Readonly<Record<Part, RegExp>> = {
  text: /^\P{Cc}{0,200}$/u,
  moment: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

export type Paging = { readonly limit: number; readonly cursor?: string | undefined };

/** The page asked for, one row longer than asked to know whether there is another. */
export const pageOf = (key: ListKey, { limit, cursor }: Paging): Result<Page, 'cursor-unknown'> => {
  if (cursor === undefined) return accept({ after: null, limit: limit + 1 });
  const after = decode(key, cursor);
  return after === null ? reject('cursor-unknown') : accept({ after, limit: limit + 1 });
};

export type Listed<Row> = { readonly rows: readonly Row[]; readonly nextCursor: string | null };

/** Cuts the extra row off and makes the cursor of what follows. */
export const listed = <Row>(
  key: ListKey,
  { limit }: Paging,
  found: readonly Row[],
  keyOf: (row: Row) => readonly string[],
): Listed<Row> => {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, nextCursor: found.length > limit && last !== undefined ? encode(key, keyOf(last)) : null };
};

const encode = ({ list }: ListKey, values: readonly string[]): string =>
  Buffer.from(JSON.stringify([list, ...values])).toString('base64url');

const decode = ({ list, parts }: ListKey, cursor: string): readonly string[] | null => {
  const values = readJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(values) || values.length !== parts.length + 1 || values[0] !== list) return null;
  const key: readonly unknown[] = values.slice(1);
  const isKey = parts.every((part, at) => {
    const value = key[at];
    return typeof value === 'string' && forms[part].test(value) && (part !== 'moment' || isMoment(value));
  });
  return isKey ? (key as readonly string[]) : null;
};

/** The parser lets 30 February through, and the year 0 is none of the database's. */
const isMoment = (text: string): boolean => {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text && !text.startsWith('0000');
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
