/** Forgets what nobody looks for any more: sent mail after a week, sessions a week after their end, changed rights after a day, the audit when it is old. */
import type { Parts } from '../parts.ts';
import { every } from './every.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

export const startSweepTask = ({ repositories, log, nowMs }: Parts): (() => Promise<void>) =>
  every(hourMs, 'sweep', log, async () => {
    const { mails, sessions, changes, audit } = repositories.accounts;
    await mails.forgetSentBefore(nowMs() - 7 * dayMs);
    await sessions.forgetBefore(nowMs() - 7 * dayMs);
    await changes.forgetBefore(nowMs() - dayMs);
    await audit.forgetOld();
  });
