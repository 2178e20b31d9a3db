/** An account made by its doors: registered, confirmed by the link of its mail. */
import type { TestApi } from '@bball/test-kit';
import { caller } from './call.ts';

export const goodPassword = 'four brown horses eat';

export const tokenOfMail = async (api: TestApi, kind: string, email: string): Promise<string> => {
  const { rows } = await api.database.pool.query<{ body: string }>(
    'select body from mails where kind = $1 and to_email = $2 order by queued_at desc, id desc limit 1',
    [kind, email],
  );
  return /#([\w-]{43})/.exec(rows[0]?.body ?? '')?.[1] ?? '';
};

export const registerForm = (email: string) => ({
  email,
  password: goodPassword,
  displayName: 'Somebody',
  country: 'DE',
  birthYearMonthDay: null,
});

export const openAccount = async (api: TestApi, email: string): Promise<void> => {
  const call = caller(api.url);
  await call('POST', '/v1/accounts/register', { body: registerForm(email) });
  await call('POST', '/v1/accounts/verify', { body: { token: await tokenOfMail(api, 'verify-email', email) } });
};
