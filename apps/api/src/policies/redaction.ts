/**
 * What each audience is shown, field by field, as data; and how a name is written for an audience.
 * Invariants: without a guardian's consent a minor is never more than `#7 A. R.` in public, and never more than the display that stands;
 * a protected person is `#7` outside staff and league; a consent widens 24 hours after it was given, and falls at once.
 * Source: access.md §3 (redaction.csv), §1.
 */
import type { Audience } from './audience.ts';

export type PublicDisplay = 'number' | 'initials' | 'short' | 'full';
export type TeamDisplay = 'initials' | 'full';
export type ConsentScope = 'public-name' | 'public-picture' | 'team-picture' | 'account';
export type ConsentState = 'given' | 'refused' | 'withdrawn' | 'lapsed';

/** A cell of redaction.csv. `a/b:c` is `{ before: a, after: b, consent: c }`. */
type Plain = 'y' | 'n' | 'initials' | 'setting' | 'teamSetting' | 'full' | 'published' | 'headCoach' | 'own';
export type Shown = Plain | { readonly before: Plain; readonly after: Plain; readonly consent: ConsentScope };

const publicPicture: Shown = { before: 'n', after: 'y', consent: 'public-picture' };
const teamPicture: Shown = { before: 'n', after: 'y', consent: 'team-picture' };

/** The rows that something reads today; the others of the block come with their features. */
export const shownTo = {
  score: { public: 'y', team: 'y', staff: 'y', league: 'y' },
  plays: { public: 'y', team: 'y', staff: 'y', league: 'y' },
  nameOfAdult: { public: 'setting', team: 'full', staff: 'full', league: 'full' },
  nameOfMinor: {
    public: { before: 'initials', after: 'setting', consent: 'public-name' },
    team: 'teamSetting',
    staff: 'full',
    league: 'full',
  },
  picture: { public: publicPicture, team: teamPicture, staff: teamPicture, league: teamPicture },
  personIdOfAdult: { public: 'y', team: 'y', staff: 'y', league: 'y' },
  personIdOfMinor: {
    public: { before: 'n', after: 'y', consent: 'public-name' },
    team: 'y',
    staff: 'y',
    league: 'y',
  },
  venue: { public: 'published', team: 'y', staff: 'y', league: 'y' },
  bornOn: { public: 'n', team: 'n', staff: 'n', league: 'n' },
  contact: { public: 'n', team: 'n', staff: 'headCoach', league: 'n' },
  flags: { public: 'n', team: 'n', staff: 'y', league: 'y' },
} as const satisfies Readonly<Record<string, Readonly<Record<Audience, Shown>>>>;

export type PersonToShow = {
  readonly givenName: string;
  readonly familyName: string;
  readonly publicDisplay: PublicDisplay;
  readonly teamDisplay: TeamDisplay;
  readonly isProtected: boolean;
  readonly isMinor: boolean;
  /** Scopes that stand now (`standingConsents`). */
  readonly consents: readonly ConsentScope[];
};

const width: Readonly<Record<PublicDisplay, number>> = { number: 0, initials: 1, short: 2, full: 3 };

export const isWiderDisplay = (wanted: PublicDisplay, standing: PublicDisplay): boolean =>
  width[wanted] > width[standing];

const narrower = (a: PublicDisplay, b: PublicDisplay): PublicDisplay => (width[a] <= width[b] ? a : b);

/** How much of the name an audience gets. */
export const displayFor = (audience: Audience, person: PersonToShow): PublicDisplay => {
  if (person.isProtected && (audience === 'public' || audience === 'team')) return 'number';
  const row: Readonly<Record<Audience, Shown>> = person.isMinor ? shownTo.nameOfMinor : shownTo.nameOfAdult;
  const cell = row[audience];
  if (typeof cell !== 'object') return displayOf(cell, person);
  return displayOf(person.consents.includes(cell.consent) ? cell.after : cell.before, person);
};

const displayOf = (cell: Plain, person: PersonToShow): PublicDisplay => {
  if (cell === 'full') return 'full';
  if (cell === 'setting') return person.publicDisplay;
  if (cell === 'teamSetting') return person.teamDisplay;
  // A display narrowed to the number stays so, consent or not.
  return cell === 'initials' ? narrower('initials', person.publicDisplay) : 'number';
};

/** The name as this audience reads it: `Ana Reyes`, `A. Reyes`, `#7 A. R.` or `#7`. */
export const displayNameFor = (audience: Audience, person: PersonToShow | null, number: string): string => {
  if (person === null) return numberOnly(number);
  const { givenName, familyName } = person;
  switch (displayFor(audience, person)) {
    case 'full':
      return joined(givenName, familyName) || numberOnly(number);
    case 'short':
      return joined(initial(givenName), familyName) || numberOnly(number);
    case 'initials':
      return joined(number === '' ? '' : `#${number}`, initial(givenName), initial(familyName)) || numberOnly(number);
    case 'number':
      return numberOnly(number);
  }
};

export const numberOnly = (number: string): string => (number === '' ? '#–' : `#${number}`);

const initial = (name: string): string => {
  const [first] = name;
  return first === undefined ? '' : `${first.toUpperCase()}.`;
};

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

export const showsPicture = (audience: Audience, person: PersonToShow): boolean => {
  if (person.isProtected && (audience === 'public' || audience === 'team')) return false;
  return person.consents.includes(shownTo.picture[audience].consent);
};

/** May this audience know that two spots are one person's: the id, and with it the career. */
export const showsPersonId = (audience: Audience, person: PersonToShow): boolean => {
  if (person.isProtected && (audience === 'public' || audience === 'team')) return false;
  const row: Readonly<Record<Audience, Shown>> = person.isMinor ? shownTo.personIdOfMinor : shownTo.personIdOfAdult;
  const cell = row[audience];
  return typeof cell === 'object' ? person.consents.includes(cell.consent) : cell === 'y';
};

export type ConsentRow = { readonly scope: ConsentScope; readonly state: ConsentState; readonly at: string };

const widensAfterMs = 24 * 3_600_000;

/** The scopes that stand at `nowMs`, of all rows of one person in any order. */
export const standingConsents = (rows: readonly ConsentRow[], nowMs: number): readonly ConsentScope[] => {
  const latest = new Map<ConsentScope, ConsentRow>();
  for (const row of rows) {
    const known = latest.get(row.scope);
    if (known === undefined || known.at <= row.at) latest.set(row.scope, row);
  }
  return [...latest.values()]
    .filter(({ state, at }) => state === 'given' && nowMs - Date.parse(at) >= widensAfterMs)
    .map(({ scope }) => scope)
    .sort();
};
