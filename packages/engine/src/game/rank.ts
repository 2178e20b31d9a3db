/**
 * Ranks: where a play stands inside its period. A rank is a time, not a counter (D7), so two phones that key offline
 * interleave as the game went.
 * Invariants: `rankPattern`; compared as ASCII; at the end 11 characters for ever; between two ranks there is always room;
 * two devices in the same gap differ by their tags; nothing throws, whatever foreign software wrote.
 * Source: protocol.md §3, PD-2.
 */
import { checksum53 } from '../canonical.ts';
import type { DeviceId } from './ids.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = alphabet.length;
const timeDigits = 8;
const tagDigits = 3;
const maxLength = 128;
const latestMs = base ** timeDigits - 1;

/** 1 to 128 base 62 digits, the last one not `0`: nothing could stand between `x` and `x0`. */
export const rankPattern = /^[0-9A-Za-z]{0,127}[1-9A-Za-z]$/;

/** The digit of a code unit; outside of the alphabet the greatest digit below it, so that order survives. */
const digitAt = (rank: string, index: number): number => {
  const code = rank.charCodeAt(index);
  if (Number.isNaN(code) || code < 48) return 0;
  if (code < 58) return code - 48;
  if (code < 65) return 9;
  if (code < 91) return code - 55;
  if (code < 97) return 35;
  return Math.min(code - 61, base - 1);
};

const digitsOf = (value: number, length: number): string => {
  let digits = '';
  for (let rest = value; digits.length < length; rest = Math.floor(rest / base)) {
    digits = alphabet.charAt(rest % base) + digits;
  }
  return digits;
};

/** The time inside a rank that was made at the end; of any other text the first eight digits all the same. */
const msOf = (rank: string): number => {
  let ms = 0;
  for (let i = 0; i < timeDigits; i++) ms = ms * base + digitAt(rank, i);
  return ms;
};

const tagOf = (deviceId: DeviceId): string => {
  const hash = checksum53(deviceId);
  const last = 1 + (Math.floor(hash / base ** (tagDigits - 1)) % (base - 1));
  return digitsOf(hash % base ** (tagDigits - 1), tagDigits - 1) + alphabet.charAt(last);
};

const wholeMs = (ms: number): number => (ms > 0 ? Math.min(Math.floor(ms), latestMs) : 0);

const clipped = (digits: string, tag: string): string => digits.slice(0, maxLength - tag.length) + tag;

/**
 * The rank of a play keyed now, after everything that is known of its period: `lastRank` is the greatest rank there, voided
 * and pending plays included, null in an empty period. `sharedNowMs` is the server's time as the device knows it.
 */
export const rankAtEnd = (at: {
  readonly sharedNowMs: number;
  readonly lastRank: string | null;
  readonly deviceId: DeviceId;
}): string => {
  const tag = tagOf(at.deviceId);
  const last = at.lastRank ?? '';
  const ms = Math.max(wholeMs(at.sharedNowMs), last === '' ? 0 : msOf(last) + 1);
  return ms > latestMs ? clipped(`${last}0`, tag) : digitsOf(ms, timeDigits) + tag;
};

/** The text with `step` added at its last digit. */
const raised = (digits: number[], step: number): string => {
  let carry = step;
  for (let i = digits.length - 1; i >= 0 && carry > 0; i--) {
    const sum = (digits[i] ?? 0) + carry;
    digits[i] = sum % base;
    carry = Math.floor(sum / base);
  }
  return digits.map((digit) => alphabet.charAt(digit)).join('');
};

/** The shortest digits strictly between the two and no beginning of `before`; null if there is no room in 125 digits. */
const middle = (after: string, before: string): string | null => {
  const digits: number[] = [];
  let gap = 0;
  while (digits.length < maxLength - tagDigits) {
    const i = digits.length;
    digits.push(digitAt(after, i));
    gap = gap * base + digitAt(before, i) - digitAt(after, i);
    if (gap < 0) return null;
    if (gap >= 2) return raised(digits, Math.floor(gap / 2));
  }
  return null;
};

/**
 * The rank of a play put between two neighbours in the full order (voided and pending plays included). null: no neighbour on
 * that side. Where the neighbours leave no room (equal or turned round, which only foreign software writes) it stands right
 * after `after`.
 */
export const rankBetween = (after: string | null, before: string | null, deviceId: DeviceId): string => {
  if (before === null) return rankAtEnd({ sharedNowMs: 0, lastRank: after, deviceId });
  const tag = tagOf(deviceId);
  return clipped(middle(after ?? '', before) ?? `${after ?? ''}0`, tag);
};

/** The rank of row `position` (from 0) of an imported list: as if the rows had been keyed a second apart, long ago. */
export const rankOfPosition = (position: number): string => `${digitsOf(wholeMs((position + 1) * 1000), timeDigits)}V`;
