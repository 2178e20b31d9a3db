/**
 * Canonical JSON: keys sorted by code unit, no white space, so that equal values are equal bytes in every runtime.
 * Source: protocol.md §2 (the subset of RFC 8785 that holds for integers).
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return String(JSON.stringify(value));
  return Array.isArray(value) ? arrayJson(value) : objectJson(value as Readonly<Record<string, unknown>>);
};

const arrayJson = (values: readonly unknown[]): string => {
  let text = '[';
  for (let i = 0; i < values.length; i++) text += (i === 0 ? '' : ',') + canonicalJson(values[i]);
  return `${text}]`;
};

const objectJson = (record: Readonly<Record<string, unknown>>): string => {
  const { sorted, quoted } = orderOf(Object.keys(record));
  let text = '{';
  for (let i = 0; i < sorted.length; i++) {
    const member = record[sorted[i] as string];
    if (member !== undefined) text += (text === '{' ? '' : ',') + quoted[i] + canonicalJson(member);
  }
  return `${text}}`;
};

type Order = {
  readonly keys: readonly string[];
  readonly sorted: readonly string[];
  readonly quoted: readonly string[];
};

/** The orders met last: a result has thousands of objects and few sets of keys. Nothing but time depends on what is in here. */
const orders: (Order | undefined)[] = Array(256).fill(undefined);

const slotOf = (keys: readonly string[]): number => {
  const first = keys[0] ?? '';
  const last = keys.at(-1) ?? '';
  return (keys.length * 31 + first.length * 7 + last.length * 3 + first.charCodeAt(0) + last.charCodeAt(0) * 5) & 255;
};

const orderOf = (keys: readonly string[]): Order => {
  const slot = slotOf(keys);
  const met = orders[slot];
  if (met !== undefined && met.keys.length === keys.length && keys.every((key, i) => key === met.keys[i])) return met;
  const sorted = [...keys].sort();
  const order = { keys, sorted, quoted: sorted.map((key) => `${JSON.stringify(key)}:`) };
  orders[slot] = order;
  return order;
};

/** 53 bits of a text, to see that two states differ (protocol.md L-9). Not for identity: see `sha256Hex`. Source: cyrb53, public domain. */
export const checksum53 = (text: string): number => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
};
