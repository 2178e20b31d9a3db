/**
 * Who asks. Made once per request from the access token and the state of its session (never from the token's claims alone);
 * relations to teams, leagues and games are loaded by those who need them.
 */
export type Actor = UserActor | LinkActor | Nobody;

export type UserActor = {
  readonly kind: 'user';
  readonly userId: string;
  readonly sessionId: string;
  /** When the password was last given on this session: `fresh` is within 10 minutes of it. */
  readonly authTimeMs: number;
  readonly isFresh: boolean;
  readonly isEmailVerified: boolean;
  /** An adult: only those under 18 have a birth date kept. */
  readonly isGrown: boolean;
  readonly platformRole: 'admin' | null;
};

/** A device that holds a link instead of an account. */
export type LinkActor = { readonly kind: 'link'; readonly linkId: string; readonly userId: null };

export type Nobody = { readonly kind: 'nobody'; readonly userId: null };

export const nobody: Nobody = { kind: 'nobody', userId: null };

/** The principal as the log and the audit keep it. */
export const principalOf = (actor: Actor): string =>
  actor.kind === 'user' ? `user:${actor.userId}` : actor.kind === 'link' ? `link:${actor.linkId}` : 'nobody';
