/**
 * The engine's version is part of every result; an integer that only grows (protocol.md J-11).
 * A changed hash over `fixtures/logs` fails a test until this moves and the diary gets its line.
 *
 * 1  the first engine: 27 events, the fold, snapshots and deltas.
 * 2  a game state says `isDegraded` where an event could not be read (J-7).
 */
export const engineVersion = 2;
