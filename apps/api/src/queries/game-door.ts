/**
 * Who stands at the door of a game: the game's facts and the asker's relations, each kept for at most 5 s and dropped when a change is
 * heard (access.md §4). The hot path of the log and the live view goes through here.
 */
import type { Actor } from '../policies/actor.ts';
import { canWatchGame, type GameFacts } from '../policies/games.ts';
import { noRelations, type RelatedActor, type Relations, relate } from '../policies/relations.ts';
import type { AccessChange, AccessChanges } from '../repositories/access-changes.ts';
import type { Game, Games } from '../repositories/games.ts';
import type { RelationsReader } from '../repositories/relations.ts';

export type AtDoor = { readonly game: Game; readonly facts: GameFacts; readonly asker: RelatedActor };

export type GameDoor = {
  /**
   * Null: there is no such game. Whether the asker sees it is not decided yet. Who does not pass by what is kept is looked up anew: a
   * right that was just given counts at once.
   */
  readonly at: (actor: Actor, gameId: string, passes: (found: AtDoor) => boolean) => Promise<AtDoor | null>;
  /** Null: there is no such game, or none that this asker sees. */
  readonly watcher: (actor: Actor, gameId: string) => Promise<AtDoor | null>;
  /** Drops what is kept of games: a card grew. */
  readonly forgetGames: () => void;
};

type Deps = {
  readonly games: Pick<Games, 'find'>;
  readonly relations: RelationsReader;
  readonly accessChanges: AccessChanges;
  readonly nowMs: () => number;
};

const keptMs = 5_000;
const mostKept = 10_000;

export const makeGameDoor = ({ games, relations, accessChanges, nowMs }: Deps): GameDoor => {
  const keptGames = makeKept<Game | null>(nowMs);
  const keptRelations = makeKept<Relations>(nowMs);
  accessChanges.subscribe((change) => {
    forget(change, keptGames, keptRelations);
  });

  const look = async (actor: Actor, gameId: string): Promise<AtDoor | null> => {
    const [game, known] = await Promise.all([
      keptGames.get(gameId, () => games.find(gameId)),
      actor.kind === 'user' ? keptRelations.get(actor.userId, () => relations.of(actor.userId)) : noRelations,
    ]);
    return game === null ? null : { game, facts: game, asker: relate(actor, known) };
  };

  const at: GameDoor['at'] = async (actor, gameId, passes) => {
    const found = await look(actor, gameId);
    if (found !== null && passes(found)) return found;
    keptGames.drop(gameId);
    if (actor.kind === 'user') keptRelations.drop(actor.userId);
    return look(actor, gameId);
  };

  return {
    at,
    forgetGames: keptGames.dropAll,
    watcher: async (actor, gameId) => {
      const found = await at(actor, gameId, sees);
      return found !== null && sees(found) ? found : null;
    },
  };
};

const sees = ({ asker, facts }: AtDoor): boolean => canWatchGame(asker, facts);

const forget = ({ subject, subjectId }: AccessChange, games: Kept<Game | null>, relations: Kept<Relations>): void => {
  if (subject === 'user') relations.drop(subjectId);
  else if (subject === 'game') games.drop(subjectId);
  else if (subject !== 'session') {
    games.dropAll();
    relations.dropAll();
  }
};

type Kept<Value> = ReturnType<typeof makeKept<Value>>;

/** Loads a value once for whoever asks in the next five seconds; a failed load is not kept. */
const makeKept = <Value>(nowMs: () => number) => {
  const kept = new Map<string, { readonly value: Promise<Value>; readonly untilMs: number }>();
  return {
    get: (key: string, load: () => Promise<Value>): Promise<Value> => {
      const known = kept.get(key);
      if (known !== undefined && known.untilMs > nowMs()) return known.value;
      const value = load();
      kept.delete(key);
      kept.set(key, { value, untilMs: nowMs() + keptMs });
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
      value.catch(() => kept.delete(key));
      return value;
    },
    drop: (key: string): void => void kept.delete(key),
    dropAll: (): void => kept.clear(),
  };
};
