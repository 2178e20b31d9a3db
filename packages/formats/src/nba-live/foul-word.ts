/** The kind of a foul row, and the throws the feed says it brings. */
import type { FoulKind } from '@bball/engine';
import { member, refuseAt } from '../json-value.ts';
import { lookUp } from '../look-up.ts';
import type { Action } from './action.ts';
import { foulsBySubType, personalFouls, technicalFouls } from './words-table.ts';

export const foulWordOf = (foul: Action): { readonly kind: FoulKind; readonly isDouble: boolean } => {
  const { subType, descriptor, qualifiers } = foul;
  const isDouble = descriptor.includes('double') || qualifiers.includes('double');
  if (subType === 'offensive') return { kind: 'offensive', isDouble };
  if (subType === 'personal' || subType === '') {
    return lookUp(personalFouls, descriptor) ?? { kind: 'personal', isDouble };
  }
  if (subType === 'technical') return lookUp(technicalFouls, descriptor) ?? { kind: 'technical', isDouble };
  return (
    lookUp(foulsBySubType, subType) ??
    refuseAt(member(foul.json, 'subType'), 'unknown-word', `no such kind of foul: "${foul.subType}"`)
  );
};

const freeThrowWord = /^([123])freethrows?$/;

/** `2freethrow` → 2; without such a word the foul brings none. */
export const freeThrowsOf = ({ qualifiers }: Action): 0 | 1 | 2 | 3 => {
  const counts = qualifiers.flatMap((qualifier) => freeThrowWord.exec(qualifier)?.[1] ?? []);
  return Number(counts[0] ?? 0) as 0 | 1 | 2 | 3;
};
