/** The kind of a foul row, who on the bench it is on, and the throws the feed says it brings. */
import type { FoulKind, FreeThrowAward } from '@bball/engine';
import { member, refuseAt } from '../json-value.ts';
import { lookUp } from '../look-up.ts';
import type { Row } from './row.ts';
import { foulQualifierKinds, foulWords, minorTechnicalWords } from './words-table.ts';

export const foulWordOf = (
  row: Row,
): { readonly kind: FoulKind; readonly bench: 'coach' | 'bench' | 'team' | null } => {
  const word = lookUp(foulWords, row.subType);
  if (word === undefined) {
    return refuseAt(member(row.json, 'subType'), 'unknown-word', `no such kind of foul: "${row.subType}"`);
  }
  const isMinor = row.qualifiers.some((qualifier) => minorTechnicalWords.has(qualifier));
  if (word.kind === 'technical') return isMinor ? { ...word, kind: 'technical-minor' } : word;
  if (word.kind !== 'personal') return word;
  return {
    ...word,
    kind: foulQualifierKinds.find(([qualifier]) => row.qualifiers.includes(qualifier))?.[1] ?? 'personal',
  };
};

const freeThrowWord = /^([123])freethrows?$/;

/** `2freethrow` → 2; without such a word the foul brings none. */
export const freeThrowsOf = ({ qualifiers }: Row): FreeThrowAward => {
  if (qualifiers.includes('oneandone')) return 'one-and-one';
  const counts = qualifiers.flatMap((qualifier) => freeThrowWord.exec(qualifier)?.[1] ?? []);
  return Number(counts[0] ?? 0) as 0 | 1 | 2 | 3;
};
