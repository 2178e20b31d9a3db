/** The games one may see: the running and the coming ones whole, results page by page. */
import type { GameSummary } from '@bball/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { authorised, useDoor } from '../../lib/session/session.ts';

type Page = { readonly games: readonly GameSummary[]; readonly nextCursor: string | null };

const liveEveryMs = 5_000;
const quietEveryMs = 60_000;

const useGamesOf = (status: GameSummary['status'], refetchInterval: number) => {
  const door = useDoor();
  return useInfiniteQuery({
    queryKey: ['games', door, status],
    queryFn: ({ pageParam, signal }) =>
      authorised<Page>({
        path: `${door}/games?status=${status}&limit=24${pageParam === '' ? '' : `&cursor=${pageParam}`}`,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval,
  });
};

export const useGames = () => {
  const lists = [
    useGamesOf('live', liveEveryMs),
    useGamesOf('scheduled', quietEveryMs),
    useGamesOf('final', quietEveryMs),
  ] as const;
  const [, , results] = lists;
  return {
    games: lists.flatMap(({ data }) => data?.pages.flatMap((page) => page.games) ?? []),
    isPending: lists.some((list) => list.isPending),
    error: lists.find((list) => list.error !== null && list.data === undefined)?.error ?? null,
    isOffline: lists.some((list) => list.fetchStatus === 'paused' || (list.isError && list.data !== undefined)),
    retry: () => Promise.all(lists.map((list) => list.refetch())),
    more: results.hasNextPage ? () => void results.fetchNextPage() : null,
  };
};
