/** One game cannot be handed on, and asking again at once would not help: it is parked, alone and whole (J-7, K-7). */
import type { ParkedBecause } from '../repositories/refolds.ts';

export class GameRefused extends Error {
  readonly gameId: string;
  readonly because: ParkedBecause;
  constructor(gameId: string, because: ParkedBecause, message: string, cause: unknown) {
    super(`${message}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.gameId = gameId;
    this.because = because;
  }
}
