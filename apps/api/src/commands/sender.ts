/** What is noted of a request beside what it asks: for the audit and for the list of sessions. */
export type Sender = {
  /** /24 or /48; never the whole address. */
  readonly addressPrefix: string | null;
  readonly traceId: string | null;
};

/** An address as it is compared: compatibility forms and case do not make another mailbox. */
export const normalEmail = (email: string): string => email.normalize('NFKC').toLowerCase();

/** `2026-11-24`, in UTC. */
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
