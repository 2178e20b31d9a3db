/** Counts the tries, then signs in. Tries count by account and address; a device seen before has its own count, so nobody can lock it out. */
import type { signInRoute } from '@bball/contracts';
import { addressOf } from '../../address.ts';
import { normalEmail } from '../../commands/sender.ts';
import { type SignInDeps, signIn } from '../../commands/sign-in.ts';
import { hashOf } from '../../credentials/refresh-token.ts';
import { accept, reject } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { presentSignedIn } from '../../presenters/account.ts';
import { signInTried } from '../../telemetry.ts';
import { type Context, type Handler, reply } from '../endpoint.ts';
import { senderOf } from '../sender.ts';
import type { SessionDoor } from './door.ts';

const nobodyYet = { userId: null, sessionId: null } as const;

type SignInContext = Context<typeof signInRoute>;

export const signInHandler = (parts: Parts, deps: SignInDeps, door: SessionDoor): Handler<typeof signInRoute> => {
  const doSignIn = signIn(deps);
  return async (context) => {
    const { email, password, client, deviceId = null, deviceLabel = null } = context.body;
    if (client === 'web' && !door.isOwnPage(context.request)) return reject('origin-not-allowed');
    const count = await countOf(context, parts, deps);
    const wait =
      (await parts.limiter.take('signInByAddress', addressOf(context.request))) ??
      (await parts.limiter.take(count.limit, count.key));
    if (wait !== null) {
      signInTried(parts.telemetry, context.log, { outcome: 'limited', ...nobodyYet });
      return reject('too-many-requests', { retryAfterSeconds: wait });
    }
    const result = await doSignIn({ email, password, client, deviceId, deviceLabel }, senderOf(context));
    if (!result.ok) {
      signInTried(parts.telemetry, context.log, {
        outcome: result.code === 'server-busy' ? 'busy' : 'failed',
        ...nobodyYet,
      });
      return result;
    }
    await parts.limiter.forget(count.limit, count.key);
    const { user, session } = result.value;
    signInTried(parts.telemetry, context.log, { outcome: 'done', userId: user.id, sessionId: session.id });
    return accept(
      reply(presentSignedIn(result.value, await door.relationsOf(user.id)), { headers: door.cookieFor(result.value) }),
    );
  };
};

const countOf = async (
  { body, request }: SignInContext,
  _parts: Parts,
  { accounts }: SignInDeps,
): Promise<{ readonly limit: 'signIn' | 'signInByDevice'; readonly key: string }> => {
  const emailNorm = normalEmail(body.email);
  const user = body.deviceId === undefined ? null : await accounts.users.findByEmail(emailNorm);
  if (
    user !== null &&
    body.deviceId !== undefined &&
    (await accounts.users.isKnownDevice(user.id, hashOf(body.deviceId)))
  ) {
    return { limit: 'signInByDevice', key: `${user.id}:${body.deviceId}` };
  }
  return { limit: 'signIn', key: `${emailNorm}:${addressOf(request)}` };
};
