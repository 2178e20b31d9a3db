/** lineup-set: exactly these are on court from here. Source: events.md LIN-1, LIN-2. */
import type { PlayerId, TeamId } from '../game/ids.ts';
import type { PlayBase } from './base.ts';
import { forTeam } from './fold.ts';

export type LineupSet = PlayBase<'lineup-set'> & { readonly teamId: TeamId; readonly players: readonly PlayerId[] };

export const foldLineup = forTeam<LineupSet>((play, _floor, side) => [
  { does: 'set-lineup', side, players: play.players },
]);
