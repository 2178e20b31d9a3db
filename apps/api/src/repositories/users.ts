/** Users: who signs in. */
import type { Rows } from './database.ts';
import type { UserModel } from './generated/models/User.ts';

export type User = {
  readonly id: string;
  readonly email: string;
  readonly emailNorm: string;
  readonly isEmailVerified: boolean;
  readonly passwordHash: string;
  readonly displayName: string;
  readonly platformRole: 'admin' | null;
  readonly country: string | null;
  /** `2011-05-30`; null = adult. */
  readonly bornOn: string | null;
  readonly status: 'active' | 'awaiting-guardian' | 'locked' | 'erased';
  readonly accessEpoch: number;
  readonly failedSignIns: number;
  readonly createdAtMs: number;
};

export type NewUser = Pick<
  User,
  'id' | 'email' | 'emailNorm' | 'passwordHash' | 'displayName' | 'country' | 'bornOn'
> & {
  readonly atMs: number;
};

export type Users = ReturnType<typeof makeUsers>;

export const makeUsers = (rows: Rows) => ({
  find: async (id: string): Promise<User | null> => userOf(await rows.user.findUnique({ where: { id } })),
  findByEmail: async (emailNorm: string): Promise<User | null> =>
    userOf(await rows.user.findUnique({ where: { emailNorm } })),
  /** False when the address has an account already. */
  add: async ({ atMs, bornOn, ...user }: NewUser): Promise<boolean> => {
    const { count } = await rows.user.createMany({
      data: [{ ...user, bornOn: bornOn === null ? null : new Date(bornOn), createdAt: new Date(atMs) }],
      skipDuplicates: true,
    });
    return count === 1;
  },
  markEmailVerified: async (id: string, atMs: number): Promise<void> => {
    await rows.user.updateMany({ where: { id, emailVerifiedAt: null }, data: { emailVerifiedAt: new Date(atMs) } });
  },
  setPassword: async (id: string, passwordHash: string): Promise<void> => {
    await rows.user.update({ where: { id }, data: { passwordHash, failedSignIns: 0 } });
  },
  change: async (id: string, changes: { displayName?: string; country?: string }): Promise<void> => {
    await rows.user.update({ where: { id }, data: changes });
  },
  setPlatformRole: async (id: string, platformRole: 'admin' | null): Promise<void> => {
    await rows.user.update({ where: { id }, data: { platformRole, accessEpoch: { increment: 1 } } });
  },
  /** The number of failures in a row, with this one; 0 for an id that nobody has. */
  countFailure: async (id: string): Promise<number> => {
    const counted = await rows.user.updateManyAndReturn({
      where: { id },
      data: { failedSignIns: { increment: 1 } },
      select: { failedSignIns: true },
    });
    return counted[0]?.failedSignIns ?? 0;
  },
  clearFailures: async (id: string): Promise<void> => {
    await rows.user.updateMany({ where: { id, failedSignIns: { gt: 0 } }, data: { failedSignIns: 0 } });
  },
  /** The logins of the demo have a password that everybody knows: they are shut wherever others may come. */
  setDemoLogins: async (state: 'open' | 'shut'): Promise<void> => {
    const [from, to] = state === 'open' ? ['locked', 'active'] : ['active', 'locked'];
    await rows.user.updateMany({
      where: { emailNorm: { endsWith: '@demo.example' }, status: from },
      data: { status: to },
    });
  },
  isKnownDevice: async (userId: string, deviceHash: Uint8Array<ArrayBuffer>): Promise<boolean> =>
    (await rows.knownDevice.findUnique({ where: { userId_deviceHash: { userId, deviceHash } } })) !== null,
  rememberDevice: async (userId: string, deviceHash: Uint8Array<ArrayBuffer>, atMs: number): Promise<void> => {
    const lastSeenAt = new Date(atMs);
    await rows.knownDevice.upsert({
      where: { userId_deviceHash: { userId, deviceHash } },
      create: { userId, deviceHash, lastSeenAt },
      update: { lastSeenAt },
    });
  },
});

const userOf = (row: UserModel | null): User | null =>
  row === null
    ? null
    : {
        id: row.id,
        email: row.email,
        emailNorm: row.emailNorm,
        isEmailVerified: row.emailVerifiedAt !== null,
        passwordHash: row.passwordHash,
        displayName: row.displayName,
        platformRole: row.platformRole === 'admin' ? 'admin' : null,
        country: row.country,
        bornOn: row.bornOn?.toISOString().slice(0, 10) ?? null,
        status: row.status as User['status'],
        accessEpoch: row.accessEpoch,
        failedSignIns: row.failedSignIns,
        createdAtMs: row.createdAt.getTime(),
      };
