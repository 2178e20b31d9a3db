/** Who did what. Insert only, for the API's database role too; ids and field names, never names of people. */

import type { Rows } from './database.ts';
import type { Prisma } from './generated/client.ts';

export type AuditEntry = {
  readonly atMs: number;
  readonly actor: {
    readonly kind: 'user' | 'link' | 'task' | 'nobody';
    readonly id: string | null;
    readonly sessionId: string | null;
  };
  /** An action of access.md §2, or an event of sign-in. */
  readonly action: string;
  readonly subjectId?: string | null;
  readonly teamId?: string | null;
  readonly leagueId?: string | null;
  readonly gameId?: string | null;
  readonly outcome: 'done' | 'refused';
  readonly changedFields?: readonly string[];
  readonly before?: Prisma.InputJsonObject;
  readonly after?: Prisma.InputJsonObject;
  readonly reason?: string | null;
  readonly addressPrefix: string | null;
  readonly traceId: string | null;
};

export type Audit = ReturnType<typeof makeAudit>;

export const makeAudit = (rows: Rows) => ({
  /** What is older than its time to keep, judged by the database itself. */
  forgetOld: async (): Promise<void> => {
    await rows.$executeRaw`select forget_old_audit()`;
  },
  write: async ({ atMs, actor, changedFields, before, after, ...entry }: AuditEntry): Promise<void> => {
    await rows.auditEntry.create({
      data: {
        ...entry,
        at: new Date(atMs),
        actorKind: actor.kind,
        actorId: actor.id,
        sessionId: actor.sessionId,
        changedFields: [...(changedFields ?? [])],
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    });
  },
});
