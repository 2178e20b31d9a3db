/**
 * How old somebody is, as far as rights go. Unknown counts as a minor, except in a team of adults (professional imports).
 * Invariants: days are compared as calendar days in UTC; nobody's view of a minor widens by a birthday (redaction.ts reads the display
 * that stands, which was narrowed when a consent fell).
 * Source: access.md §1; consent ages: GDPR Art. 8 (default 16) with national laws, COPPA 16 CFR 312 (US). To be confirmed by counsel.
 */
export type AgeBand = 'under-13' | 'under-consent' | 'under-18' | 'adult' | 'unknown';

type ConsentAge = { readonly age: number; readonly source: string; readonly checkedOn: string };

/** Age from which a child consents to an online service alone. */
export const consentAges: Readonly<Record<string, ConsentAge>> = {
  AT: { age: 14, source: 'DSG § 4(4)', checkedOn: '2026-11-01' },
  BE: { age: 13, source: 'Loi du 30 juillet 2018, art. 7', checkedOn: '2026-11-01' },
  DE: { age: 16, source: 'GDPR Art. 8(1), no national rule', checkedOn: '2026-11-01' },
  ES: { age: 14, source: 'LO 3/2018, art. 7', checkedOn: '2026-11-01' },
  FR: { age: 15, source: 'Loi 78-17, art. 45', checkedOn: '2026-11-01' },
  GB: { age: 13, source: 'Data Protection Act 2018, s. 9', checkedOn: '2026-11-01' },
  GR: { age: 15, source: 'Law 4624/2019, art. 21', checkedOn: '2026-11-01' },
  IT: { age: 14, source: 'D.lgs. 196/2003, art. 2-quinquies', checkedOn: '2026-11-01' },
  NL: { age: 16, source: 'UAVG art. 5', checkedOn: '2026-11-01' },
  PL: { age: 16, source: 'GDPR Art. 8(1), no national rule', checkedOn: '2026-11-01' },
  PT: { age: 13, source: 'Lei 58/2019, art. 16', checkedOn: '2026-11-01' },
  US: { age: 13, source: 'COPPA, 16 CFR 312.2', checkedOn: '2026-11-01' },
};

const consentAgeElsewhere = 16;

/** Whole years on a day. A birthday on 29 February is reached on 1 March of other years. */
export const ageOn = (bornOn: string, today: string): number => {
  const hadBirthday = today.slice(5) >= bornOn.slice(5);
  return Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (hadBirthday ? 0 : 1);
};

/** `bornOn` and `today` are calendar days, `2011-05-30`. */
export const ageBand = (bornOn: string | null, country: string | null, today: string): AgeBand => {
  if (bornOn === null) return 'unknown';
  const age = ageOn(bornOn, today);
  if (age < 13) return 'under-13';
  if (age >= 18) return 'adult';
  const own = country !== null && Object.hasOwn(consentAges, country) ? consentAges[country] : undefined;
  return age < (own?.age ?? consentAgeElsewhere) ? 'under-consent' : 'under-18';
};

export type AgeGroup = 'adult' | `under-${20 | 18 | 16 | 14 | 12 | 10}`;

/** Is somebody of this band, playing in a team of this group, treated as a minor. */
export const countsAsMinor = (band: AgeBand, ageGroup: AgeGroup): boolean =>
  band === 'unknown' ? ageGroup !== 'adult' : band !== 'adult';
