/** Sessions, each a family of refresh tokens of which only hashes are kept. */
import type { Rows } from './database.ts';
import type { SessionModel } from './generated/models/Session.ts';

export type StoredSession = {
  readonly id: string;
  readonly userId: string;
  readonly client: 'web' | 'phone';
  readonly deviceLabel: string | null;
  readonly place: string | null;
  readonly signedInAtMs: number;
  readonly lastSeenAtMs: number;
  readonly idleUntilMs: number;
  readonly expiresAtMs: number;
  readonly headGeneration: number;
  readonly headMadeAtMs: number;
  readonly headAtMs: number;
  readonly headSeen: boolean;
  readonly lostInARow: number;
  readonly endedAtMs: number | null;
};

export type EndedBecause = 'signed-out' | 'ended' | 'reuse' | 'password-changed' | 'too-many' | 'locked';

type Hash = Uint8Array<ArrayBuffer>;
type Head = Pick<StoredSession, 'headGeneration' | 'headMadeAtMs' | 'headAtMs' | 'headSeen' | 'lostInARow'>;
type Seen = Pick<StoredSession, 'lastSeenAtMs' | 'idleUntilMs' | 'place'>;

export type Sessions = ReturnType<typeof makeSessions>;

export const makeSessions = (rows: Rows) => ({
  add: async (session: Omit<StoredSession, 'endedAtMs'>, tokenHash: Hash): Promise<void> => {
    await rows.session.create({
      data: {
        id: session.id,
        userId: session.userId,
        client: session.client,
        deviceLabel: session.deviceLabel,
        signedInAt: new Date(session.signedInAtMs),
        expiresAt: new Date(session.expiresAtMs),
        ...columnsOf(session),
        tokens: { create: { tokenHash, generation: session.headGeneration } },
      },
    });
  },
  find: async (id: string): Promise<StoredSession | null> =>
    sessionOf(await rows.session.findUnique({ where: { id } })),
  /** The session, its row locked until the transaction ends: one refresh at a time. */
  lock: async (id: string): Promise<StoredSession | null> => {
    await rows.$queryRaw`select 1 from sessions where id = ${id}::uuid for update`;
    return sessionOf(await rows.session.findUnique({ where: { id } }));
  },
  /** Which session and generation a token is of; null when it was never ours, or its family has ended. */
  findToken: async (tokenHash: Hash): Promise<{ readonly sessionId: string; readonly generation: number } | null> =>
    rows.refreshToken.findUnique({ where: { tokenHash }, select: { sessionId: true, generation: true } }),
  addToken: async (sessionId: string, generation: number, tokenHash: Hash): Promise<void> => {
    await rows.refreshToken.create({ data: { sessionId, generation, tokenHash } });
  },
  moveHead: async (id: string, head: Head & Seen): Promise<void> => {
    await rows.session.update({ where: { id }, data: columnsOf(head) });
  },
  /** An access token of the head's generation came: its answer was not lost. */
  markHeadSeen: async (id: string, generation: number): Promise<void> => {
    await rows.session.updateMany({
      where: { id, headGeneration: generation, headSeen: false },
      data: { headSeen: true },
    });
  },
  /** Living sessions of a user, the last used first. */
  ofUser: async (userId: string, atMs: number): Promise<readonly StoredSession[]> => {
    const at = new Date(atMs);
    const found = await rows.session.findMany({
      where: { userId, endedAt: null, idleUntil: { gt: at }, expiresAt: { gt: at } },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    });
    return found.map((row) => sessionOf(row)!);
  },
  /** Ends those of the sessions that live; their tokens are forgotten. Tells which were ended. */
  end: async (ids: readonly string[], because: EndedBecause, atMs: number): Promise<readonly string[]> => {
    const living = await rows.session.findMany({
      where: { id: { in: [...ids] }, endedAt: null },
      select: { id: true },
    });
    const ended = living.map(({ id }) => id);
    await rows.session.updateMany({
      where: { id: { in: ended } },
      data: { endedAt: new Date(atMs), endedBecause: because },
    });
    await rows.refreshToken.deleteMany({ where: { sessionId: { in: ended } } });
    return ended;
  },
  /** Sessions that ended long ago say nothing to anybody. */
  forgetBefore: async (atMs: number): Promise<number> => {
    const at = new Date(atMs);
    const { count } = await rows.session.deleteMany({
      where: { OR: [{ endedAt: { lt: at } }, { expiresAt: { lt: at } }, { idleUntil: { lt: at } }] },
    });
    return count;
  },
});

const columnsOf = (session: Head & Seen) => ({
  headGeneration: session.headGeneration,
  headMadeAt: new Date(session.headMadeAtMs),
  headAt: new Date(session.headAtMs),
  headSeen: session.headSeen,
  lostInARow: session.lostInARow,
  lastSeenAt: new Date(session.lastSeenAtMs),
  idleUntil: new Date(session.idleUntilMs),
  place: session.place,
});

const sessionOf = (row: SessionModel | null): StoredSession | null =>
  row === null
    ? null
    : {
        id: row.id,
        userId: row.userId,
        client: row.client === 'web' ? 'web' : 'phone',
        deviceLabel: row.deviceLabel,
        place: row.place,
        signedInAtMs: row.signedInAt.getTime(),
        lastSeenAtMs: row.lastSeenAt.getTime(),
        idleUntilMs: row.idleUntil.getTime(),
        expiresAtMs: row.expiresAt.getTime(),
        headGeneration: row.headGeneration,
        headMadeAtMs: row.headMadeAt.getTime(),
        headAtMs: row.headAt.getTime(),
        headSeen: row.headSeen,
        lostInARow: row.lostInARow,
        endedAtMs: row.endedAt?.getTime() ?? null,
      };
