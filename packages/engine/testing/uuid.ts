/** Ids of made-up facts: the form of UUIDv7, with the moment and the randomness handed in. */
import type { Random } from './random.ts';

const hex = (value: number, length: number): string => Math.floor(value).toString(16).padStart(length, '0');

/** `ms` since 1970; ids made later sort later. The brand is the caller's to choose. */
export const uuidAt = <Id extends string>(ms: number, random: Random): Id => {
  const time = hex(ms, 12);
  const digits = (length: number): string => hex(random.next() * 16 ** length, length);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${'89ab'.charAt(random.between(0, 3))}${digits(3)}-${digits(6)}${digits(6)}` as Id;
};
