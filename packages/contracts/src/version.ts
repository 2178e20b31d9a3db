/**
 * The version of what crosses a wire. `version.test.ts` hashes the JSON Schema of every event, socket message and endpoint: a
 * changed hash fails until this number and the diary below move along.
 * A sender says its version with each batch of events; a server refuses newer ones (`contract-too-new`) and keeps the plays where
 * they are.
 *
 * Diary
 * - 1: the 27 events, the live socket, the endpoints of accounts, nouns, the log and the reads.
 * - 2: a game state says `isDegraded`; an entry of a sheet may say the `position`; standings, leaders, announced finals and the confirmation of
 *   a disputed one; a game says `disputedFinalId`; the doors of operators.
 */
export const contractVersion = 2;

/** The oldest version that is still served. */
export const oldestContractVersion = 1;
