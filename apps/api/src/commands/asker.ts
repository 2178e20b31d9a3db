/** Who asks, with every relation, and what the audit notes of the request. */
import type { Action } from '../policies/actions.ts';
import type { RelatedActor } from '../policies/relations.ts';
import type { AuditEntry } from '../repositories/audit.ts';

export type Asker = {
  readonly actor: RelatedActor;
  readonly sessionId: string | null;
  readonly addressPrefix: string | null;
  readonly traceId: string | null;
};

type Particulars = Partial<
  Pick<AuditEntry, 'subjectId' | 'teamId' | 'leagueId' | 'gameId' | 'changedFields' | 'before' | 'after' | 'reason'>
>;

/** The audit entry of something that was asked of a person's data and not allowed. */
export const refused = (asker: Asker, at: string, action: Action, particulars: Particulars): AuditEntry => ({
  ...done(asker, at, action, particulars),
  outcome: 'refused',
});

/** The audit entry of a change that was made. `at` is the moment of the change, ISO 8601. */
export const done = (asker: Asker, at: string, action: Action, particulars: Particulars): AuditEntry => ({
  atMs: Date.parse(at),
  actor: { kind: asker.actor.userId === null ? 'nobody' : 'user', id: asker.actor.userId, sessionId: asker.sessionId },
  action,
  outcome: 'done',
  addressPrefix: asker.addressPrefix,
  traceId: asker.traceId,
  ...particulars,
});
