/**
 * The connection of this process to Redis. All that lies there can be made again, so every question says what holds when there is no answer.
 * Invariants: a command waits 250 ms at most; none is queued for later or sent twice, since counts must not be; a connection that let a
 * command wait is given up and used again only once Redis has answered, so that a hanging Redis costs its 250 ms once and not each request.
 */
import { Redis as Client, type Command, type RedisOptions } from 'ioredis';

export type Redis = {
  /** Null in the profile without Redis. */
  readonly client: Client | null;
  readonly isThere: () => boolean;
  /** What Redis says, or `without` while it is away. */
  readonly ask: <Answer, Without>(
    question: (client: Client) => Promise<Answer>,
    without: Without,
  ) => Promise<Answer | Without>;
  /** Listens to a channel; what is said while the connection is broken is not heard. */
  readonly hear: (channel: string, heard: (message: string) => void) => void;
  readonly close: () => void;
};

type Options = {
  readonly url: string;
  /** Told when it goes and when it comes, not at each attempt between. */
  readonly onAway: (error: unknown) => void;
  readonly onThere: () => void;
  /** A question that got no answer, though Redis seemed to be there. */
  readonly onFailed: (error: unknown) => void;
};

const options = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  commandTimeout: 250,
  connectTimeout: 1_000,
  disconnectTimeout: 50,
  disableClientInfo: true,
  retryStrategy: (times) => Math.min(1_000, times * 100),
} as const satisfies RedisOptions;

/** A listener waits for its connection, and for what it listens to. */
const { commandTimeout: _none, ...others } = options;
const patient: RedisOptions = { ...others, enableOfflineQueue: true, maxRetriesPerRequest: null };

/** Resolves once it is known whether Redis is there; a start does not fail for want of it. */
export const openRedis = async ({ url, onAway, onThere, onFailed }: Options): Promise<Redis> => {
  const client = new ImpatientClient(url, options);
  let listener: Client | null = null;
  let known: 'there' | 'away' | null = null;
  const went = (error: unknown): void => {
    if (known !== 'away') onAway(error);
    known = 'away';
  };
  client.on('error', went);
  client.on('close', () => went(new Error('the connection was closed')));
  client.on('ready', () => {
    onThere();
    known = 'there';
  });
  await new Promise<void>((isKnown) => client.once('ready', isKnown).once('close', isKnown));
  const isThere = (): boolean => client.status === 'ready' && !client.isLeaving;
  return {
    client,
    isThere,
    ask: async (question, without) => {
      if (!isThere()) return without;
      try {
        return await question(client);
      } catch (error) {
        onFailed(error);
        return without;
      }
    },
    hear: (channel, heard) => {
      if (listener === null) {
        listener = new Client(url, patient);
        listener.on('error', () => {});
      }
      listener.on('message', (of, message) => {
        if (of === channel) heard(message);
      });
      listener.subscribe(channel).catch(() => {});
    },
    close: () => {
      client.removeAllListeners('close');
      client.disconnect();
      listener?.disconnect();
    },
  };
};

/** The profile without Redis. */
export const noRedis: Redis = {
  client: null,
  isThere: () => false,
  ask: async (_question, without) => without,
  hear: () => {},
  close: () => {},
};

/** Of a command without an answer in time it concludes that nobody is there; whoever sent it hears of it as of any other failure. */
class ImpatientClient extends Client {
  isLeaving = false;

  override sendCommand(command: Command, stream?: Parameters<Client['sendCommand']>[1]): unknown {
    command.promise.catch((error: Error) => {
      if (error.message === 'Command timed out') this.leaveIfSilent();
    });
    return super.sendCommand(command, stream);
  }

  /** Where this process itself was busy for too long, the answer is there and is read before the check. */
  private leaveIfSilent(): void {
    const { stream } = this;
    const heardBytes = stream.bytesRead;
    setImmediate(() => {
      if (stream === this.stream && stream.bytesRead === heardBytes) this.leave();
    });
  }

  private leave(): void {
    if (this.isLeaving) return;
    this.isLeaving = true;
    this.once('close', () => {
      this.isLeaving = false;
    });
    this.disconnect(true);
  }
}
