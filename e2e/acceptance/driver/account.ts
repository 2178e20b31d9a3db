/** Somebody with an account: registered, confirmed by mail, signed in. */
import type { Profile } from './profile.ts';
import { bodyOf, restAt } from './rest.ts';

export const openAccount = async (profile: Profile, email: string): Promise<string> => {
  const rest = restAt(profile.url);
  const password = 'four brown horses eat';
  const form = { email, password, displayName: 'Coach Noor', country: 'DE', birthYearMonthDay: null };
  bodyOf(await rest('POST', '/v1/accounts/register', { body: form }));
  bodyOf(await rest('POST', '/v1/accounts/verify', { body: { token: await profile.tokenMailedTo(email) } }));
  const signedIn = await rest('POST', '/v1/sessions', { body: { email, password, client: 'phone' } });
  return bodyOf<{ accessToken: string }>(signedIn).accessToken;
};
