/** Who may change an account and end its sessions. Source: access.md §2. */
import { isOwnOrWard, isSupport, type RelatedActor } from './relations.ts';

export type SessionFacts = {
  /** Whose session it is: an account's or a link's. */
  readonly userId: string | null;
  readonly linkId: string | null;
  /** The person who plays and has this account; null: nobody on a roster. */
  readonly personId: string | null;
};

/** Only one's own, soon after signing in. */
export const canChangeAccount = (
  actor: Pick<RelatedActor, 'userId' | 'isFresh'>,
  account: { readonly userId: string },
): boolean => actor.isFresh && actor.userId === account.userId;

export const canEndSession = (actor: RelatedActor, session: SessionFacts): boolean =>
  isSupport(actor) ||
  (actor.userId !== null && actor.userId === session.userId) ||
  (actor.link !== null && actor.link.linkId === session.linkId) ||
  (session.personId !== null && isOwnOrWard(actor, session.personId));
