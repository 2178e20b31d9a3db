/** Requests over connections that stay open, as phones make them. What comes back is an answer or no answer. */
import { Agent, type IncomingMessage, request } from 'node:http';

const askMs = 10_000;
const mostConnections = 256;

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly etag: string | null;
  readonly retryAfterMs: number | null;
};

export type Question = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string | null;
  readonly etag?: string | null;
};

export type Http = {
  /** Rejects where no answer came within 10 s. */
  readonly ask: (question: Question) => Promise<Answer>;
  readonly close: () => void;
};

const textOf = async (answer: IncomingMessage): Promise<string> => {
  answer.setEncoding('utf8');
  let text = '';
  for await (const part of answer) text += part;
  return text;
};

const answerOf = async (answer: IncomingMessage): Promise<Answer> => {
  const text = await textOf(answer);
  const retryAfter = answer.headers['retry-after'];
  return {
    status: answer.statusCode ?? 0,
    body: text.startsWith('{') ? JSON.parse(text) : text,
    etag: answer.headers.etag ?? null,
    retryAfterMs: retryAfter === undefined ? null : Number(retryAfter) * 1_000,
  };
};

const headersOf = ({ token, etag }: Question, bytes: number | null) => ({
  ...(bytes === null ? {} : { 'content-type': 'application/json', 'content-length': bytes }),
  ...(token == null ? {} : { authorization: `Bearer ${token}` }),
  ...(etag == null ? {} : { 'if-none-match': etag }),
});

export const openHttp = (url: string): Http => {
  const agent = new Agent({ keepAlive: true, maxSockets: mostConnections });
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const { method, path, body } = question;
        const bytes = body === undefined ? null : Buffer.from(JSON.stringify(body));
        const headers = headersOf(question, bytes?.length ?? null);
        const signal = AbortSignal.timeout(askMs);
        const asked = request(url + path, { agent, method, headers, signal }, (answer) => {
          answerOf(answer).then(resolve, reject);
        });
        asked.on('error', reject);
        asked.end(bytes ?? undefined);
      }),
    close: () => agent.destroy(),
  };
};
