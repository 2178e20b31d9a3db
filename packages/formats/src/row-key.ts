/**
 * What a feed's row is called within its game: its running number. Two different rows may share one (a table's slip); the same row
 * twice is a fault of the file, and nobody's second basket.
 */
import { type Json, refuseAt } from './json-value.ts';

/** Gives the key of each row in turn; remembers the rows it has seen. */
export const rowKeys = (): ((json: Json, number: number) => string) => {
  const seen = new Map<number, readonly string[]>();
  return (json, number) => {
    const body = JSON.stringify(json.value);
    const earlier = seen.get(number) ?? [];
    if (earlier.includes(body)) refuseAt(json, 'duplicate-row', `row ${number} stands here a second time`);
    seen.set(number, [...earlier, body]);
    return earlier.length === 0 ? String(number) : `${number}/${earlier.length}`;
  };
};
