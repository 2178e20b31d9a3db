/** Register, confirm, reset. What has to answer in the same time for everybody is paced. */
import { registerRoute, requestResetRoute, resetPasswordRoute, verifyEmailRoute } from '@bball/contracts';
import { register } from '../../commands/register.ts';
import { requestReset } from '../../commands/request-reset.ts';
import { resetPassword } from '../../commands/reset-password.ts';
import { normalEmail } from '../../commands/sender.ts';
import { verifyEmail } from '../../commands/verify-email.ts';
import { accept, reject } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { paced } from '../paced.ts';
import { senderOf } from '../sender.ts';

const registerMs = 250;
const resetMs = 100;

export const accountsRoutes = (parts: Parts): readonly Endpoint[] => {
  const deps = {
    ...parts,
    accounts: parts.repositories.accounts,
    passwords: parts.credentials.passwords,
    rules: parts.config.accounts,
  };
  const doRegister = register(deps);
  const doVerify = verifyEmail(deps);
  const doRequestReset = requestReset(deps);
  const doReset = resetPassword(deps);
  return [
    handle(registerRoute, (context) => paced(registerMs, doRegister(context.body, senderOf(context)))),
    handle(verifyEmailRoute, (context) => doVerify(context.body.token, senderOf(context))),
    handle(requestResetRoute, async (context) => {
      const { email } = context.body;
      const wait = await parts.limiter.take('reset', normalEmail(email));
      if (wait !== null) return reject('too-many-requests', { retryAfterSeconds: wait });
      await paced(resetMs, doRequestReset(email, senderOf(context)));
      return accept(null);
    }),
    handle(resetPasswordRoute, (context) => doReset(context.body.token, context.body.password, senderOf(context))),
  ];
};
