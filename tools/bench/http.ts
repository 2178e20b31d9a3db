/** Requests over a fixed number of connections that stay open, as a sports hall of tablets would make them. */
import { Agent, type IncomingMessage, request } from 'node:http';

export type Reply = { readonly status: number; readonly body: string };

export const connections = (count: number): Agent => new Agent({ keepAlive: true, maxSockets: count });

const textOf = async (response: IncomingMessage): Promise<string> => {
  response.setEncoding('utf8');
  let text = '';
  for await (const chunk of response) text += chunk;
  return text;
};

export const send = (
  agent: Agent,
  method: 'POST' | 'PUT',
  url: string,
  { token, body }: { readonly token: string | null; readonly body: string },
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    };
    const sent = request(url, { agent, method, headers }, (response) => {
      textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, body: text }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** The same, but anything else than success is the end of the benchmark. */
export const sendWell = async (...args: Parameters<typeof send>): Promise<string> => {
  const { status, body } = await send(...args);
  if (status < 200 || status > 299) throw new Error(`${args[1]} ${args[2]} answered ${status}: ${body.slice(0, 500)}`);
  return body;
};
