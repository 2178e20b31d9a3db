/** Fives, pairs and on/off: sums over the stints. `lineups` is null where no line-up was ever said. */
import type { Group, OnCourt, OnOff } from '@bball/engine';
import { z } from 'zod';
import { count, playerId, teamId } from '../events/fields.ts';
import { uuid } from '../route.ts';
import { ratings } from './box-score.ts';
import { atLeastQuery, bothDoors, readProblems } from './live.ts';

const onCourt = {
  playedMs: count,
  pts: z.int(),
  ptsAgainst: z.int(),
  plusMinus: z.int(),
  possessions: count,
  possessionsAgainst: count,
  ratings,
};

export const onCourtTogether = z.strictObject(onCourt).meta({ id: 'OnCourt' }) satisfies z.ZodType<OnCourt>;

export const group = z
  .strictObject({ ...onCourt, teamId, players: z.array(playerId) })
  .meta({ id: 'Group' }) satisfies z.ZodType<Group>;

export const onOff = z
  .strictObject({ teamId, playerId, on: onCourtTogether, off: onCourtTogether })
  .meta({ id: 'OnOff' }) satisfies z.ZodType<OnOff>;

export const lineups = z
  .strictObject({
    gameId: uuid,
    revision: count,
    engineVersion: count,
    lineups: z.strictObject({ fives: z.array(group), pairs: z.array(group), onOff: z.array(onOff) }).nullable(),
  })
  .meta({ id: 'Lineups' });
export type LineupsAnswer = z.infer<typeof lineups>;

export const [lineupsRoute, publicLineupsRoute] = bothDoors('/lineups', {
  summary: 'Line-ups: fives, pairs, on and off',
  params: z.strictObject({ gameId: uuid }),
  query: atLeastQuery,
  responses: { 200: lineups, 304: null },
  problems: readProblems,
});
