/** Who keeps the system running. Source: access.md §2, canOperate. */
import type { RelatedActor } from './relations.ts';

type Asking = Pick<RelatedActor, 'isAdmin' | 'isFresh'>;

export const canOperate = (actor: Asking): boolean => actor.isAdmin && actor.isFresh;

/** An admin whose sign-in is a while ago is told what is missing; anybody else is not. */
export const whyNotOperate = (actor: Asking): 'not-permitted' | 'sign-in-again' | null =>
  canOperate(actor) ? null : actor.isAdmin ? 'sign-in-again' : 'not-permitted';
