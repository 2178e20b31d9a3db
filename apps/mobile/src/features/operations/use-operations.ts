/** What the operators' page asks the server for; the stream is asked again every five seconds while the page is open. */
import type { DeadLetter, StreamHealth } from '@bball/contracts';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { authorised } from '../../lib/session/session.ts';

const streamKey = ['operations', 'stream'];
const againMs = 5_000;

export const useStreamHealth = () =>
  useQuery({
    queryKey: streamKey,
    queryFn: ({ signal }) => authorised<StreamHealth>({ path: '/v1/operations/stream', signal }),
    refetchInterval: (query) => (query.state.status === 'error' ? false : againMs),
  });

type Page = { readonly deadLetters: readonly DeadLetter[]; readonly nextBefore: number | null };

export const useDeadLetters = () =>
  useInfiniteQuery({
    queryKey: ['operations', 'dead-letters'],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) =>
      authorised<Page>({
        path: `/v1/operations/dead-letters${pageParam === null ? '' : `?before=${pageParam}`}`,
        signal,
      }),
    getNextPageParam: ({ nextBefore }) => nextBefore,
  });

/** Has the log of a dead letter's game handed on again. */
export const useReplay = ({ partition, offset }: Pick<DeadLetter, 'partition' | 'offset'>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      authorised<{ readonly games: number }>({
        method: 'POST',
        path: `/v1/operations/dead-letters/${partition}/${offset}/replay`,
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: streamKey }),
  });
};

export const useRefold = (gameId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      authorised<{ readonly games: number }>({ method: 'POST', path: '/v1/operations/refolds', body: { gameId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: streamKey }),
  });
};
