/** Game clocks as feeds write them, to integer milliseconds left in the period. null: not a clock. */

import { type Json, refuseAt, textOrEmpty } from './json-value.ts';

const iso = /^PT(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?$/;
const colons = /^(\d+):(-?\d+)(?:[:.](\d+))?$/;

const fractionMs = (digits: string | undefined): number => Number((digits ?? '').padEnd(3, '0').slice(0, 3));

/** `PT11M58.50S`, `09:43`, `09:43:90` (hundredths) and `00:-1`, a buzzer that some tables write for 0. */
export const clockMsOf = (text: string): number | null => {
  const parts = iso.exec(text) ?? colons.exec(text);
  if (parts === null || text === 'PT') return null;
  const [, minutes, seconds, fraction] = parts;
  return Math.max(0, Number(minutes ?? 0) * 60_000 + Number(seconds ?? 0) * 1000 + fractionMs(fraction));
};

/** A row's clock; null where the row says none. */
export const readClock = (json: Json): number | null => {
  const said = textOrEmpty(json);
  return said === '' ? null : (clockMsOf(said) ?? refuseAt(json, 'wrong-type', `not a clock: "${said}"`));
};
