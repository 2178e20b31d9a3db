/** Ends sessions: the one a refresh token belongs to (sign-out), or one of the own by its id. */
import { hashOf } from '../credentials/refresh-token.ts';
import { accept, type Result, reject } from '../errors.ts';
import { canEndSession } from '../policies/accounts.ts';
import type { UserActor } from '../policies/actor.ts';
import { noRelations, relate } from '../policies/relations.ts';
import type { AccountRows, Accounts } from '../repositories/accounts.ts';
import type { EndedBecause } from '../repositories/sessions.ts';
import type { Sender } from './sender.ts';

export type EndSessionDeps = { readonly accounts: Accounts; readonly nowMs: () => number };

/** Succeeds whatever the token is: who wants to be signed out is. */
export const signOut =
  ({ accounts, nowMs }: EndSessionDeps) =>
  async (refreshToken: string, sender: Sender): Promise<void> => {
    const known = await accounts.sessions.findToken(hashOf(refreshToken));
    const session = known === null ? null : await accounts.sessions.find(known.sessionId);
    if (session === null) return;
    await accounts.together((rows) => end(rows, { ...session, because: 'signed-out', atMs: nowMs(), sender }));
  };

/** Only the own; any other is not found. */
export const endSession =
  ({ accounts, nowMs }: EndSessionDeps) =>
  async (actor: UserActor, sessionId: string, sender: Sender): Promise<Result<null, 'session-not-found'>> => {
    const session = await accounts.sessions.find(sessionId);
    const facts = session === null ? null : { userId: session.userId, linkId: null, personId: null };
    if (session === null || facts === null || !canEndSession(relate(actor, noRelations), facts)) {
      return reject('session-not-found');
    }
    await accounts.together((rows) => end(rows, { ...session, because: 'ended', atMs: nowMs(), sender }));
    return accept(null);
  };

type Ending = {
  readonly id: string;
  readonly userId: string;
  readonly because: EndedBecause;
  readonly atMs: number;
  readonly sender: Sender;
};

const end = async (rows: AccountRows, { id, userId, because, atMs, sender }: Ending): Promise<void> => {
  const ended = await rows.sessions.end([id], because, atMs);
  if (ended.length === 0) return;
  await rows.changes.note('session', ended);
  await rows.audit.write({
    atMs,
    actor: { kind: 'user', id: userId, sessionId: id },
    action: because === 'signed-out' ? 'sign-out' : 'canEndSession',
    subjectId: id,
    outcome: 'done',
    ...sender,
  });
};
