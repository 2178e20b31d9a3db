/** One request as people's apps make it; the answer as bytes, so that two answers can be held side by side. */

export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';

export type Asked = {
  readonly token?: string | null;
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
};

export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string };

export type Rest = (method: Method, path: string, asked?: Asked) => Promise<Answer>;

const limitMs = 20_000;

export const restAt =
  (url: string): Rest =>
  async (method, path, { token = null, body, headers = {} } = {}) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(limitMs),
    });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };

/** The body of a success. */
export const bodyOf = <Body>({ status, text }: Answer): Body => {
  if (status >= 300) throw new Error(`answered ${status}: ${text.slice(0, 400)}`);
  return (text === '' ? null : JSON.parse(text)) as Body;
};
