/** game-reopened: the later of finalized and reopened by seq stands. Source: events.md §3. */
import type { EventBase } from './base.ts';

export type GameReopened = EventBase<'game-reopened'>;
