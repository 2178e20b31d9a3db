/** Sign in, refresh, sign out, list, end. */
import { endSessionRoute, listSessionsRoute, refreshRoute, signInRoute, signOutRoute } from '@bball/contracts';
import { endSession, signOut } from '../../commands/end-session.ts';
import { refreshSession } from '../../commands/refresh-session.ts';
import { accept, reject } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { presentSession, presentSignedIn } from '../../presenters/account.ts';
import { sessionRefreshed } from '../../telemetry.ts';
import { type Endpoint, handle, reply } from '../endpoint.ts';
import { relationsOf } from '../me/relations.ts';
import { senderOf } from '../sender.ts';
import { makeSessionDoor } from './door.ts';
import { signInHandler } from './sign-in.ts';
import { userOf } from './user-of.ts';

export const sessionsRoutes = (parts: Parts): readonly Endpoint[] => {
  const deps = {
    ...parts,
    accounts: parts.repositories.accounts,
    passwords: parts.credentials.passwords,
    accessTokens: parts.credentials.accessTokens,
    keys: parts.credentials.keys,
    rules: parts.config.accounts,
  };
  const door = makeSessionDoor(parts, relationsOf(parts));
  const doRefresh = refreshSession({
    ...deps,
    limit: (sessionId) => parts.limiter.take('refresh', sessionId),
    told: (outcome, sessionId) => sessionRefreshed(parts.telemetry, parts.log, { outcome, sessionId }),
  });
  const doSignOut = signOut(deps);
  const doEnd = endSession(deps);
  return [
    handle(signInRoute, signInHandler(parts, deps, door)),
    handle(refreshRoute, async (context) => {
      const fromBody = context.body.refreshToken;
      if (fromBody === undefined && !door.isOwnPage(context.request)) return reject('origin-not-allowed');
      const token = fromBody ?? door.cookie().read(context.request);
      if (token === null) return reject('refresh-token-unknown');
      const result = await doRefresh(token, senderOf(context));
      if (!result.ok) return result;
      const answer = presentSignedIn(result.value, await door.relationsOf(result.value.user.id));
      return accept(reply(answer, { headers: door.cookieFor(result.value) }));
    }),
    handle(signOutRoute, async (context) => {
      const fromBody = context.body.refreshToken;
      if (fromBody === undefined && !door.isOwnPage(context.request)) return reject('origin-not-allowed');
      const token = fromBody ?? door.cookie().read(context.request);
      if (token !== null) await doSignOut(token, senderOf(context));
      return accept(reply(null, { headers: fromBody === undefined ? door.cookie().clear() : {} }));
    }),
    handle(listSessionsRoute, async ({ actor }) => {
      const user = userOf(actor);
      const sessions = await deps.accounts.sessions.ofUser(user.userId, parts.nowMs());
      return accept({ sessions: sessions.map((session) => presentSession(session, user.sessionId)), nextCursor: null });
    }),
    handle(endSessionRoute, (context) => doEnd(userOf(context.actor), context.params.sessionId, senderOf(context))),
  ];
};
