/**
 * Who may have an account: nobody under 13 (nothing is collected from a child), and below the age of consent of the country not
 * without a guardian, which has no door yet. A birth date is kept under 18 only.
 * Source: access.md §1 "minor" and "a child grows up", §3 last item.
 */
import { ageBand } from './age-band.ts';

export type AgeAnswer = { readonly mayHaveAccount: boolean; readonly bornOnToKeep: string | null };

/** `bornOn` null is the neutral question's answer "18 or older". Days as `2011-05-30`. */
export const judgeAge = (bornOn: string | null, country: string, today: string): AgeAnswer => {
  if (bornOn === null) return { mayHaveAccount: true, bornOnToKeep: null };
  const band = ageBand(bornOn, country, today);
  return { mayHaveAccount: band === 'adult' || band === 'under-18', bornOnToKeep: band === 'adult' ? null : bornOn };
};

/** Grown up by now: the kept date, if any, says so. */
export const isGrownOn = (bornOn: string | null, country: string | null, today: string): boolean =>
  bornOn === null || ageBand(bornOn, country, today) === 'adult';
