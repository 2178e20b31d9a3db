import { type GameSetUp, playingPositions, type RosterEntry } from '@bball/engine';
import { z } from 'zod';
import { eventOf, playerId, shirtNumber, spotId, teamId, tracked } from './fields.ts';
import { rulePatch, ruleSet } from './rules.ts';

export const rosterEntry = z.strictObject({
  playerId,
  spotId: spotId.nullable(),
  number: shirtNumber,
  position: z.enum(playingPositions).exactOptional(),
  sameAs: playerId.nullable(),
  listed: z.boolean(),
}) satisfies z.ZodType<RosterEntry>;

const teamSetUp = z.strictObject({ teamId, roster: z.array(rosterEntry).max(100), tracked });

export const gameSetUp = eventOf('game-set-up', {
  ruleSet,
  rules: rulePatch,
  home: teamSetUp,
  away: teamSetUp,
}) satisfies z.ZodType<GameSetUp>;
