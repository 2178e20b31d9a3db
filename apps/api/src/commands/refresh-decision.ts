/**
 * What a presented refresh token means, given the state of its family. Pure; the whole rule of the honest double refresh stands here.
 *
 *   g = h       rotates, but not a head younger than 60 s: that one comes back unchanged (quick reloads)
 *   g = h − 1   within 60 s of the head: the same answer again (two tabs, a doubled request)
 *   g = h − 1   later, within 24 h of the head, while nobody ever showed the head or an access token of it: the answer was lost in a gym;
 *               the same answer again, which re-opens the 60 s, three times in a row
 *   else        a spent token came back: a copy is about, the family dies
 *
 * Source: access.md §4 "Refresh token".
 */
import type { AccountRules } from '../config/accounts.ts';
import type { StoredSession } from '../repositories/sessions.ts';

export type RefreshDecision = 'ended' | 'rotate' | 'same' | 'repeat' | 'repeat-lost' | 'reuse';

export type Family = Pick<
  StoredSession,
  | 'headGeneration'
  | 'headMadeAtMs'
  | 'headAtMs'
  | 'headSeen'
  | 'lostInARow'
  | 'idleUntilMs'
  | 'expiresAtMs'
  | 'endedAtMs'
>;

type RefreshRules = Pick<AccountRules, 'sameAnswerMs' | 'lostResponseMs' | 'lostResponsesInARow'>;

export const decideRefresh = (
  family: Family,
  generation: number,
  nowMs: number,
  rules: RefreshRules,
): RefreshDecision => {
  if (family.endedAtMs !== null || nowMs >= family.idleUntilMs || nowMs >= family.expiresAtMs) return 'ended';
  const isYoung = nowMs - family.headAtMs < rules.sameAnswerMs;
  if (generation === family.headGeneration) return isYoung ? 'same' : 'rotate';
  if (generation !== family.headGeneration - 1) return 'reuse';
  if (isYoung) return 'repeat';
  const mayBeLost = !family.headSeen && nowMs - family.headMadeAtMs < rules.lostResponseMs;
  return mayBeLost && family.lostInARow < rules.lostResponsesInARow ? 'repeat-lost' : 'reuse';
};

/** The head after a decision that gives tokens. */
export const headAfter = (
  family: Family,
  decision: Exclude<RefreshDecision, 'ended' | 'reuse'>,
  nowMs: number,
): Pick<Family, 'headGeneration' | 'headMadeAtMs' | 'headAtMs' | 'headSeen' | 'lostInARow'> => {
  const { headGeneration, headMadeAtMs, headAtMs, headSeen, lostInARow } = family;
  const head = { headGeneration, headMadeAtMs, headAtMs, headSeen, lostInARow };
  switch (decision) {
    case 'rotate':
      return {
        headGeneration: headGeneration + 1,
        headMadeAtMs: nowMs,
        headAtMs: nowMs,
        headSeen: false,
        lostInARow: 0,
      };
    case 'same':
      return { ...head, headSeen: true };
    case 'repeat-lost':
      return { ...head, headAtMs: nowMs, lostInARow: lostInARow + 1 };
    case 'repeat':
      return head;
  }
};
