/** Server data has one owner: this cache. A refusal is final; a missing answer is tried twice more. */
import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.ts';

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.status < 500),
      },
      mutations: { retry: false },
    },
  });
