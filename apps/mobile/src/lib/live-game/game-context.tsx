/**
 * The game that a page is about, for everything on it: who plays (query), the live state (one store), names (card).
 * Read by hook where it is used; nothing is passed down.
 */

import type { Card, GameDetail } from '@bball/contracts';
import { type GameId, type RulePatch, type RuleSet, ruleSet, type Snapshot } from '@bball/engine';
import { keepPreviousData, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { after, now } from '../clock/clock.ts';
import { liveSocket } from '../live-socket/live-socket.ts';
import { authorised, useDoor } from '../session/session.ts';
import { useColours } from '../theme/theme.tsx';
import { followGame, type GameSocket, type LiveState, type LiveStore } from './follow-game.ts';
import { type Names, namesOf } from './names.ts';
import { type Sides, sidesOf } from './sides.ts';

export type Game = {
  readonly gameId: GameId;
  readonly detail: Detail;
  readonly live: LiveStore;
  readonly names: Names;
  readonly sides: Sides | null;
};

/** What screens need of the query of the game. */
export type Detail = Pick<UseQueryResult<GameDetail>, 'data' | 'error' | 'isError' | 'refetch'>;

const GameContext = createContext<Game | null>(null);

/** Hands a game to its parts; the page's own provider below makes it from the network. */
export const ProvideGame = GameContext.Provider;

const useLiveStore = (gameId: GameId): LiveStore | null => {
  const door = useDoor();
  const queries = useQueryClient();
  const [store, setStore] = useState<LiveStore | null>(null);
  useEffect(() => {
    const followed = followGame(gameId, {
      // NOTE: Socket.IO types listeners by name; following hangs them up from a table
      socket: liveSocket() as unknown as GameSocket,
      pull: (atLeast) =>
        authorised<Snapshot>({ path: `${door}/games/${gameId}/live${atLeast === null ? '' : `?atLeast=${atLeast}`}` }),
      dropCard: () => queries.removeQueries({ queryKey: ['card', door, gameId] }),
      now,
      after,
    });
    setStore(followed.store);
    return followed.stop;
  }, [gameId, door, queries]);
  return store;
};

const useCard = (gameId: GameId, cardVersion: number | null): Card | undefined => {
  const door = useDoor();
  const { data } = useQuery({
    queryKey: ['card', door, gameId, cardVersion],
    queryFn: ({ signal }) => authorised<Card>({ path: `${door}/games/${gameId}/card`, signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
};

type ProviderProps = { readonly gameId: GameId; readonly children: ReactNode };

export const GameProvider = ({ gameId, children }: ProviderProps) => {
  const live = useLiveStore(gameId);
  return live === null ? null : (
    <Joined gameId={gameId} live={live}>
      {children}
    </Joined>
  );
};

const Joined = ({ gameId, live, children }: ProviderProps & { readonly live: LiveStore }) => {
  const door = useDoor();
  const palette = useColours();
  const detail = useQuery({
    queryKey: ['game', door, gameId],
    queryFn: ({ signal }) => authorised<GameDetail>({ path: `${door}/games/${gameId}`, signal }),
  });
  const card = useCard(
    gameId,
    useStore(live, (state) => state.viewer.cardVersion),
  );
  const teams = card ?? detail.data;
  const sides = useMemo(() => (teams === undefined ? null : sidesOf(teams, palette)), [teams, palette]);
  const names = useMemo<Names>(() => (id) => namesOf(card, live.getState().viewer.snapshot)(id), [card, live]);
  const value = useMemo(() => ({ gameId, detail, live, names, sides }), [gameId, detail, live, names, sides]);
  return <ProvideGame value={value}>{children}</ProvideGame>;
};

const useGame = (): Game => {
  const game = useContext(GameContext);
  if (game === null) throw new Error('no game here: a part of the game page was used outside its provider');
  return game;
};

export const useGameId = (): GameId => useGame().gameId;
export const useGameDetail = (): Detail => useGame().detail;
export const useNames = (): Names => useGame().names;
export const useLive = <Part,>(select: (state: LiveState) => Part): Part => useStore(useGame().live, select);
export const useSnapshot = (): Snapshot | null => useLive((state) => state.viewer.snapshot);

/** The sides; the page shows its parts only once they are known. */
export const useSides = (): Sides => {
  const { sides } = useGame();
  if (sides === null) throw new Error('the teams of the game are not known yet');
  return sides;
};
export const useMaybeSides = (): Sides | null => useGame().sides;

export const useRules = (): RuleSet => {
  const { detail } = useGame();
  const game = useLive((state) => state.viewer.snapshot?.game);
  const id = game?.ruleSet ?? detail.data?.ruleSet ?? 'fiba-2024';
  const patch = game?.rules ?? (detail.data?.rules as RulePatch | undefined);
  return useMemo(() => ruleSet(id, patch), [id, patch]);
};
