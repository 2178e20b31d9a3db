/** What concerns the sockets of this moment, said to the other processes. Nobody waits for it, and what is lost is lost. */
import type { Redis } from './connection.ts';

export type Channel<Message> = {
  readonly say: (message: Message) => Promise<void>;
  /** What others say; not what this process said itself. */
  readonly hear: (heard: (message: Message) => void) => void;
};

type Options = { readonly redis: Pick<Redis, 'ask' | 'hear'>; readonly processId: string };

/** @param name with the number of its shape, as `makeShared` has it */
export const makeChannel = <Message>({ redis, processId }: Options, name: string): Channel<Message> => ({
  say: async (message) => {
    await redis.ask((client) => client.publish(name, JSON.stringify({ by: processId, message })), null);
  },
  hear: (heard) =>
    redis.hear(name, (text) => {
      const { by, message } = JSON.parse(text) as { readonly by: string; readonly message: Message };
      if (by !== processId) heard(message);
    }),
});
