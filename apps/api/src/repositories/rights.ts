/**
 * Who is related to what, and the facts of games that policies ask for, kept for at most 5 seconds and dropped as soon as a change of
 * them is heard. A read that was under way when a change came in is not kept.
 * Source: access.md §4, "Revocation".
 */
import type { Actor } from '../policies/actor.ts';
import type { GameFacts } from '../policies/games.ts';
import { noRelations, type RelatedActor, type Relations, relate } from '../policies/relations.ts';
import type { AccessChanges } from './access-changes.ts';
import { factsOf, type Games } from './games.ts';
import type { RelationsReader } from './relations.ts';

const keptMs = 5_000;
const keptEntries = 10_000;

type Deps = {
  readonly relations: RelationsReader;
  readonly games: Pick<Games, 'find'>;
  readonly accessChanges: AccessChanges;
  readonly monotonicMs: () => number;
};

export type Rights = {
  /** The actor with all relations; an actor without an account has none. */
  readonly relatedActor: (actor: Actor) => Promise<RelatedActor>;
  /** The game as the policies see it; its status may be 5 s old. */
  readonly gameFacts: (gameId: string) => Promise<GameFacts | null>;
  readonly stop: () => void;
};

export const makeRights = ({ relations, games, accessChanges, monotonicMs }: Deps): Rights => {
  const relationsOf = keep<Relations>((userId) => relations.of(userId), monotonicMs);
  const gameFacts = keep<GameFacts | null>(async (gameId) => {
    const game = await games.find(gameId);
    return game === null ? null : factsOf(game);
  }, monotonicMs);
  const stop = accessChanges.subscribe(({ subject, subjectId }) => {
    if (subject === 'session') return;
    if (subject === 'user') return relationsOf.drop(subjectId);
    if (subject === 'game') gameFacts.drop(subjectId);
    else gameFacts.dropAll();
    relationsOf.dropAll();
  });
  return {
    relatedActor: async (actor) =>
      relate(actor, actor.kind === 'user' ? await relationsOf.get(actor.userId) : noRelations),
    gameFacts: gameFacts.get,
    stop,
  };
};

type Kept<Value> = { readonly value: Promise<Value>; readonly atMs: number };

const keep = <Value>(load: (key: string) => Promise<Value>, monotonicMs: () => number) => {
  const entries = new Map<string, Kept<Value>>();
  const drop = (key: string): void => void entries.delete(key);
  return {
    get: (key: string): Promise<Value> => {
      const known = entries.get(key);
      if (known !== undefined && monotonicMs() - known.atMs < keptMs) return known.value;
      const entry = { value: load(key), atMs: monotonicMs() };
      entries.delete(key);
      entries.set(key, entry);
      if (entries.size > keptEntries) drop(entries.keys().next().value ?? '');
      entry.value.catch(() => {
        if (entries.get(key) === entry) drop(key);
      });
      return entry.value;
    },
    drop,
    dropAll: (): void => entries.clear(),
  };
};
