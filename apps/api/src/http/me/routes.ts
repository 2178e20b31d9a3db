/** The own account. */
import { changeMeRoute, getMeRoute } from '@bball/contracts';
import { changeMe } from '../../commands/change-me.ts';
import { accept, reject } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { presentAccount } from '../../presenters/account.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { senderOf } from '../sender.ts';
import { userOf } from '../sessions/user-of.ts';
import { relationsOf } from './relations.ts';

export const meRoutes = (parts: Parts): readonly Endpoint[] => {
  const { accounts } = parts.repositories;
  const doChange = changeMe({
    ...parts,
    accounts,
    passwords: parts.credentials.passwords,
    rules: parts.config.accounts,
  });
  const relations = relationsOf(parts);
  return [
    handle(getMeRoute, async ({ actor }) => {
      const { userId } = userOf(actor);
      const user = await accounts.users.find(userId);
      return user === null ? reject('session-ended') : accept(presentAccount(user, await relations(userId)));
    }),
    handle(changeMeRoute, async (context) => {
      const { userId } = userOf(context.actor);
      const changes = Object.fromEntries(Object.entries(context.body).filter(([, value]) => value !== undefined));
      const result = await doChange(userOf(context.actor), changes, senderOf(context));
      return result.ok ? accept(presentAccount(result.value, await relations(userId))) : result;
    }),
  ];
};
