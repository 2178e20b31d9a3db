/** The flaw `difference-of-ends`: what differs between two states, not what was touched between them. */
import { canonicalJson, type Delta, type Snapshot } from '@bball/engine';

const differing = (before: object, after: object): { [key: string]: unknown } => {
  const from = before as { readonly [key: string]: unknown };
  const to = after as { readonly [key: string]: unknown };
  const keys = new Set([...Object.keys(from), ...Object.keys(to)]);
  return Object.fromEntries(
    [...keys]
      .filter((key) => canonicalJson(from[key] ?? null) !== canonicalJson(to[key] ?? null))
      .map((key) => [key, to[key] ?? null]),
  );
};

export const differenceOfEnds = (before: Snapshot, after: Snapshot): Delta =>
  ({
    gameId: after.gameId,
    revision: after.revision,
    previousRevision: before.revision,
    engineVersion: after.engineVersion,
    game: differing(before.game, after.game),
    teams: differing(before.teams, after.teams),
    players: differing(before.players, after.players),
    plays: differing(before.plays, after.plays),
    flags: differing(before.flags, after.flags),
  }) as Delta;
