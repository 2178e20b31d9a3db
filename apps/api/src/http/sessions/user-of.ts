/** The signed-in user of a route whose door lets nobody else in. */
import type { Actor, UserActor } from '../../policies/actor.ts';

export const userOf = (actor: Actor): UserActor => {
  if (actor.kind !== 'user') throw new Error('a route for signed-in users was reached without one');
  return actor;
};
