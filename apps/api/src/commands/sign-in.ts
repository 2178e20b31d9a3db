/**
 * Signs in with e-mail and password. One failure code for every reason, and an unknown address costs the same hash.
 * After a hundred failures in a row a new device needs a reset by mail; a device that signed in before never does, so nobody can lock a
 * coach out by guessing. Who counts the tries is the door (http), by account and address or by known device.
 */
import type { AccountRules } from '../config/accounts.ts';
import type { AccessTokens } from '../credentials/access-token.ts';
import type { Passwords } from '../credentials/passwords.ts';
import { hashOf, newRefreshToken } from '../credentials/refresh-token.ts';
import { accept, type Result, reject } from '../errors.ts';
import type { AccountRows, Accounts } from '../repositories/accounts.ts';
import type { StoredSession } from '../repositories/sessions.ts';
import type { User } from '../repositories/users.ts';
import { type GivenTokens, giveTokens, lifetimeOf } from './give-tokens.ts';
import { tooManyFailuresText } from './mail-texts.ts';
import { normalEmail, type Sender } from './sender.ts';

export type SignInForm = {
  readonly email: string;
  readonly password: string;
  readonly client: 'web' | 'phone';
  readonly deviceId: string | null;
  readonly deviceLabel: string | null;
};

export type SignInDeps = {
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly accessTokens: Pick<AccessTokens, 'sign'>;
  readonly rules: AccountRules;
  readonly publicUrl: () => string;
  readonly nowMs: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
};

export const signIn =
  (deps: SignInDeps) =>
  async (form: SignInForm, sender: Sender): Promise<Result<GivenTokens, 'sign-in-failed' | 'server-busy'>> => {
    const user = await deps.accounts.users.findByEmail(normalEmail(form.email));
    const verified = await deps.passwords.verify(user?.passwordHash ?? null, form.password);
    if (!verified.ok) return verified;
    const device = form.deviceId === null ? null : hashOf(form.deviceId);
    const isKnownDevice = device !== null && (await deps.accounts.users.isKnownDevice(user?.id ?? nobodysId, device));
    if (user === null || !verified.value || isBarred(user, isKnownDevice, deps)) {
      await noteFailure(user, sender, deps);
      return reject('sign-in-failed');
    }
    const newHash = deps.passwords.isOutdated(user.passwordHash) ? await deps.passwords.hash(form.password) : null;
    const refreshTokenOf = (id: string): string => newRefreshToken(id, deps.randomBytes(32));
    const opened = await deps.accounts.together(async (rows) => {
      const atMs = deps.nowMs();
      const session = newSession(user, form, sender, deps);
      const refreshToken = refreshTokenOf(session.id);
      await rows.users.clearFailures(user.id);
      if (newHash?.ok) await rows.users.setPassword(user.id, newHash.value);
      if (device !== null) await rows.users.rememberDevice(user.id, device, atMs);
      await rows.sessions.add(session, hashOf(refreshToken));
      await endSurplus(rows, user.id, deps);
      await writeAudit(rows, { user, sessionId: session.id, outcome: 'done', atMs, sender });
      return { session, refreshToken };
    });
    return accept(await giveTokens(deps.accessTokens, { ...opened, user }));
  };

const isBarred = (user: User, isKnownDevice: boolean, { rules }: Pick<SignInDeps, 'rules'>): boolean =>
  user.status !== 'active' || (user.failedSignIns >= rules.failuresInARow && !isKnownDevice);

const newSession = (
  user: User,
  form: SignInForm,
  sender: Sender,
  { rules, nowMs, newId }: Pick<SignInDeps, 'rules' | 'nowMs' | 'newId'>,
): Omit<StoredSession, 'endedAtMs'> => {
  const atMs = nowMs();
  const { idleMs, wholeMs } = lifetimeOf(rules, user, form.client);
  return {
    id: newId(),
    userId: user.id,
    client: form.client,
    deviceLabel: form.deviceLabel,
    place: sender.addressPrefix,
    signedInAtMs: atMs,
    lastSeenAtMs: atMs,
    idleUntilMs: atMs + idleMs,
    expiresAtMs: atMs + wholeMs,
    headGeneration: 0,
    headMadeAtMs: atMs,
    headAtMs: atMs,
    headSeen: false,
    lostInARow: 0,
  };
};

/** Beyond the limit the sessions that were used longest ago end. */
const endSurplus = async (
  rows: AccountRows,
  userId: string,
  { rules, nowMs }: Pick<SignInDeps, 'rules' | 'nowMs'>,
): Promise<void> => {
  const surplus = (await rows.sessions.ofUser(userId, nowMs())).slice(rules.sessionsPerUser);
  const ended = await rows.sessions.end(
    surplus.map(({ id }) => id),
    'too-many',
    nowMs(),
  );
  await rows.changes.note('session', ended);
};

/** No user has it: an unknown address goes the same way as a known one, statement by statement, and takes the same time. */
const nobodysId = '00000000-0000-0000-0000-000000000000';

const noteFailure = async (user: User | null, sender: Sender, deps: SignInDeps): Promise<void> =>
  deps.accounts.together(async (rows) => {
    const atMs = deps.nowMs();
    const failures = await rows.users.countFailure(user?.id ?? nobodysId);
    if (user !== null && failures === deps.rules.failuresInARow) {
      await rows.mails.queue({ id: deps.newId(), toEmail: user.email, ...tooManyFailuresText(deps.publicUrl()), atMs });
    }
    await writeAudit(rows, { user, sessionId: null, outcome: 'refused', atMs, sender });
  });

type SignInFact = {
  readonly user: User | null;
  readonly sessionId: string | null;
  readonly outcome: 'done' | 'refused';
  readonly atMs: number;
  readonly sender: Sender;
};

const writeAudit = (rows: AccountRows, { user, sessionId, outcome, atMs, sender }: SignInFact): Promise<void> =>
  rows.audit.write({
    atMs,
    actor:
      outcome === 'done'
        ? { kind: 'user', id: user?.id ?? null, sessionId }
        : { kind: 'nobody', id: null, sessionId: null },
    action: 'sign-in',
    subjectId: user?.id ?? null,
    outcome,
    ...sender,
  });
