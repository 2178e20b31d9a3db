/** A team as a game's set-up names it: every spot listed, numbers from 4 on, everything tracked. */
import { levels, type PlayerId, type SpotId, type TeamId, type TeamSetUp } from '@bball/engine';
import type { Squad } from './tenant.ts';

export const sheetOf = ({ teamId, spotIds }: Pick<Squad, 'teamId' | 'spotIds'>): TeamSetUp => ({
  teamId: teamId as TeamId,
  roster: spotIds.map((spotId, at) => ({
    playerId: spotId as PlayerId,
    spotId: spotId as SpotId,
    number: `${at + 4}`,
    sameAs: null,
    listed: true,
  })),
  tracked: levels.full,
});
