/** Made-up teams, for whoever has none at hand. */

import type { PlayerId, SpotId, TeamId } from '../../src/game/ids.ts';
import type { RosterEntry } from '../../src/game/roster-entry.ts';
import { randomFrom } from '../random.ts';
import { uuidAt } from '../uuid.ts';

/** The first players of the roster start. */
export type SimulatedTeam = {
  readonly teamId: TeamId;
  readonly roster: readonly Pick<RosterEntry, 'playerId' | 'spotId' | 'number'>[];
};

const bornAtMs = Date.UTC(2025, 8, 1);

/** A team of `size` players with numbers of their own; the same seed gives the same ids. */
export const inventTeam = (seed: string | number, size = 12): SimulatedTeam => {
  const random = randomFrom(`team ${seed}`);
  const numbers = new Set<number>();
  while (numbers.size < size) numbers.add(random.between(0, 45));
  const teamId = uuidAt<TeamId>(bornAtMs, random);
  const roster = [...numbers].map((number) => {
    const playerId = uuidAt<PlayerId>(bornAtMs, random);
    return { playerId, spotId: playerId as string as SpotId, number: String(number) };
  });
  return { teamId, roster };
};
