/** game-forfeited: sets the official result by the rule row; the box stays as played (GAM-2). Source: events.md §4. */
import type { TeamId } from '../game/ids.ts';
import type { EventBase } from './base.ts';

export type GameForfeited = EventBase<'game-forfeited'> & {
  /** The team that loses. */
  readonly teamId: TeamId;
  readonly how: 'forfeit' | 'default';
};
