/**
 * The credits of a play by actor, packed into a text: thousands of games are watched at once, and most plays are told once and never
 * asked for again. A character is 7 bits of an integer; of each actor stand there its row, which columns of its line are not 0 with their
 * values, and the same of what was credited. '' is a play that made nobody an actor.
 * Invariant: equal credits under equal lines are equal texts.
 */

import { column, firstPlayerRow, lineColumns, lineWidth } from './game/line.ts';
import type { Game } from './game-fold.ts';

export type PackedCredits = string;
export const noCredits: PackedCredits = '';

/** One actor of a play, by column: what was counted, and the line after it. */
export type ActorCredits = { readonly row: number; readonly after: Int32Array; readonly counts: Int32Array };

/** Time and plus/minus come to everybody on court: alone they make nobody an actor. */
export const isShared = (lineColumn: number): boolean =>
  lineColumn === column.plusMinus || lineColumn === column.playedMs;

/** What was credited since the last play: row, column and count, one after the other. */
type Noted = number[];

/** Who may be an actor, the first credited first. */
const actorRows = (noted: Noted): number[] => {
  const rows: number[] = [];
  const candidates = new Set<number>();
  for (let i = 0; i < noted.length; i += 3) {
    const row = noted[i] as number;
    if (row < firstPlayerRow) continue;
    if (!rows.includes(row)) rows.push(row);
    if (!isShared(noted[i + 1] as number)) candidates.add(row);
  }
  return rows.filter((row) => candidates.has(row));
};

const countsOf = (noted: Noted, row: number): number[] => {
  const counts = Array<number>(lineColumns.length).fill(0);
  for (let i = 0; i < noted.length; i += 3) {
    const at = noted[i + 1] as number;
    if (noted[i] === row) counts[at] = (counts[at] as number) + (noted[i + 2] as number);
  }
  return counts;
};

const write = (packed: number[], value: number): void => {
  let rest = ((value << 1) ^ (value >> 31)) >>> 0;
  for (; rest > 127; rest >>>= 7) packed.push((rest & 127) | 128);
  packed.push(rest);
};

const writeColumns = (packed: number[], values: ArrayLike<number>, from: number): void => {
  let filled = 0;
  for (let i = 0; i < lineColumns.length; i++) if (values[from + i] !== 0) filled |= 1 << i;
  write(packed, filled);
  for (let i = 0; i < lineColumns.length; i++) if (values[from + i] !== 0) write(packed, values[from + i] as number);
};

const pack = (noted: Noted, lines: Int32Array): PackedCredits => {
  const packed: number[] = [];
  for (const row of actorRows(noted)) {
    const counts = countsOf(noted, row);
    if (counts.every((count, index) => count === 0 || isShared(index))) continue;
    write(packed, row);
    writeColumns(packed, lines, row * lineWidth);
    writeColumns(packed, counts, 0);
  }
  return packed.length === 0 ? noCredits : String.fromCharCode(...packed);
};

/** Hands over the credits of each play when it is folded, also when it is folded again. */
export const listenToCredits = (game: Game, told: (credits: PackedCredits) => void): void => {
  const noted: Noted = [];
  game.board.onCredit = (row, lineColumn, count) => {
    noted.push(row, lineColumn, count);
  };
  game.board.onPlayed = () => {
    told(pack(noted, game.board.state.lines));
    noted.length = 0;
  };
};

/** Those whom a play made actors, the first credited first. */
export const unpackCredits = (credits: PackedCredits): ActorCredits[] => {
  const actors: ActorCredits[] = [];
  let at = 0;
  const read = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = credits.charCodeAt(at++);
      value |= (byte & 127) << shift;
      if (byte < 128) return (value >>> 1) ^ -(value & 1);
    }
  };
  const readColumns = (): Int32Array => {
    const values = new Int32Array(lineColumns.length);
    const filled = read();
    for (let i = 0; i < values.length; i++) if ((filled >> i) & 1) values[i] = read();
    return values;
  };
  while (at < credits.length) actors.push({ row: read(), after: readColumns(), counts: readColumns() });
  return actors;
};
