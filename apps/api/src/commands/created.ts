/** Creation by an id that its maker chose: the same thing again is no change, another thing under the same id is refused. */
import { canonicalJson } from '@bball/engine';

export type Created = { readonly isNew: boolean };

/** Is what stands what is wanted, in every field that was wanted. */
export const isSame = <Noun extends object>(wanted: Partial<Noun>, standing: Noun | null): boolean =>
  standing !== null &&
  (Object.keys(wanted) as (keyof Noun)[]).every(
    (field) => canonicalJson(wanted[field] ?? null) === canonicalJson(standing[field] ?? null),
  );
