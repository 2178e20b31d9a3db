/** One request over real HTTP, its answer read. */
export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came back.
  readonly body: any;
};

type Ask = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

export const caller =
  (url: string) =>
  async (method: string, path: string, { body, headers = {} }: Ask = {}): Promise<Answered> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };

export type Call = ReturnType<typeof caller>;
