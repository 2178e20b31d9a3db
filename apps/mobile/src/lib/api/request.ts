/** One request to the API: JSON in, JSON out, a typed failure otherwise. */
import type { Problem } from '@bball/contracts';
import { baseUrl } from './base-url.ts';
import { ApiProblem, NoAnswer } from './problem.ts';

export type ApiRequest = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string | null;
  readonly signal?: AbortSignal;
};

const codeOf = async (response: Response): Promise<Problem['code'] | null> => {
  if (!response.headers.get('content-type')?.includes('problem+json')) return null;
  return ((await response.json()) as Problem).code;
};

const send = async ({ method = 'GET', path, body, token, signal }: ApiRequest): Promise<Response> => {
  try {
    return await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NoAnswer();
  }
};

/** The body of a success; the caller names the contract's type of this route. */
export const request = async <Answer>(asked: ApiRequest): Promise<Answer> => {
  const response = await send(asked);
  if (!response.ok) throw new ApiProblem(response.status, await codeOf(response));
  return (response.status === 204 || response.status === 202 ? null : await response.json()) as Answer;
};
