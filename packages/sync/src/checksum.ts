/**
 * The checksum of a pulse: 53 bits over what an audience holds, so that a viewer sees that its state differs (L-9).
 * Invariant: equal states have equal checksums, on every runtime. Lines and plays never change once made, so each is summed
 * once: a pulse costs what changed since the last one.
 * Source: protocol.md L-9, §10.
 */
import { canonicalJson, checksum53, type Snapshot } from '@bball/engine';

const sums = new WeakMap<object, number>();

const sumOf = (value: object): number => {
  const known = sums.get(value);
  if (known !== undefined) return known;
  const sum = checksum53(canonicalJson(value));
  sums.set(value, sum);
  return sum;
};

const sumsOf = (part: Readonly<Record<string, object>>): string =>
  Object.keys(part)
    .sort()
    .map((key) => `${key}:${sumOf(part[key] as object)}`)
    .join();

/** Of a projection: what `snapshotFor` gives, and what a viewer of that audience holds. */
export const checksumOf = ({ revision, engineVersion, game, teams, players, plays, flags }: Snapshot): number => {
  const parts = [revision, engineVersion, sumOf(game), sumsOf(teams), sumsOf(players), sumsOf(plays), sumsOf(flags)];
  return checksum53(parts.join(';'));
};
