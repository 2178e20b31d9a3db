/** Links in mails; the secret itself is never kept. */
import type { Rows } from './database.ts';

type Hash = Uint8Array<ArrayBuffer>;
export type LinkPurpose = 'verify' | 'reset';

export type OneTimeLinks = ReturnType<typeof makeOneTimeLinks>;

export const makeOneTimeLinks = (rows: Rows) => ({
  add: async (link: {
    readonly tokenHash: Hash;
    readonly userId: string;
    readonly purpose: LinkPurpose;
    readonly expiresAtMs: number;
  }): Promise<void> => {
    const { expiresAtMs, ...rest } = link;
    await rows.oneTimeLink.create({ data: { ...rest, expiresAt: new Date(expiresAtMs) } });
  },
  /** Whose link it is, while it can still be spent. */
  find: async (tokenHash: Hash, purpose: LinkPurpose, atMs: number): Promise<string | null> => {
    const link = await rows.oneTimeLink.findFirst({
      where: { tokenHash, purpose, spentAt: null, expiresAt: { gt: new Date(atMs) } },
    });
    return link?.userId ?? null;
  },
  /** Spends it, once; whose it was, or null when it is spent, expired or unknown. */
  spend: async (tokenHash: Hash, purpose: LinkPurpose, atMs: number): Promise<string | null> => {
    const at = new Date(atMs);
    const spent = await rows.oneTimeLink.updateManyAndReturn({
      where: { tokenHash, purpose, spentAt: null, expiresAt: { gt: at } },
      data: { spentAt: at },
      select: { userId: true },
    });
    return spent[0]?.userId ?? null;
  },
  /** Older links of the same purpose stop working. */
  drop: async (userId: string, purpose: LinkPurpose): Promise<void> => {
    await rows.oneTimeLink.deleteMany({ where: { userId, purpose, spentAt: null } });
  },
});
