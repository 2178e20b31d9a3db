/** Four people ask for accounts, confirm them by mail and sign in. */
import { bodyOf } from '../driver/rest.ts';
import { type Name, people, type Scene } from '../driver/scene.ts';

const password = 'four brown horses eat';

const enter = async ({ ask, profile, rest, witness, persons }: Scene, name: Name): Promise<void> => {
  const email = `${name}@acceptance.example`;
  const form = { email, password, displayName: `Somebody ${name}`, country: 'DE', birthYearMonthDay: null };
  await ask('anybody', 'POST', '/v1/accounts/register', { body: form });
  const token = await profile.tokenMailedTo(email);
  await ask('anybody', 'POST', '/v1/accounts/verify', { body: { token } });
  const signedIn = await rest('POST', '/v1/sessions', { body: { email, password, client: 'phone' } });
  const { accessToken, user } = bodyOf<{ accessToken: string; user: { id: string } }>(signedIn);
  witness.knows(user.id, `‹${name}›`);
  witness.noteAnswer(`${name} signs in`, signedIn);
  persons.set(name, { userId: user.id, token: accessToken });
};

export const enterAll = async (scene: Scene): Promise<void> => {
  for (const name of people) await enter(scene, name);
  await scene.ask('ada', 'GET', '/v1/me');
  await scene.ask('anybody', 'GET', '/v1/me');
};
