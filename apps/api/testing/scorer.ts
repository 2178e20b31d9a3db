/** A scorer's device over real HTTP: the log and the loops of `packages/sync`, as the pad will have them. */
import { type Appended, contractVersion, type LogPage } from '@bball/contracts';
import type { DeviceId, GameEvent, GameId, LoggedEvent } from '@bball/engine';
import {
  type Answer,
  answered,
  type Draft,
  emptyLog,
  freshReader,
  keyed,
  type LocalLog,
  learned,
  type ReadInput,
  readStep,
  rebuilt,
  replyKind,
  restingLoop,
  type SendInput,
  sendStep,
  sendWakesAtMs,
  stored,
} from '@bball/sync';

export type Scorer = {
  readonly log: () => LocalLog;
  readonly key: (event: GameEvent) => void;
  /** Looks for what others keyed. */
  readonly refresh: () => void;
  readonly close: () => void;
};

type Device = {
  readonly url: string;
  readonly token: string;
  readonly gameId: GameId;
  readonly deviceId: DeviceId;
  readonly chance: () => number;
};

export const makeScorer = ({ url, token, gameId, deviceId, chance }: Device): Scorer => {
  let log = emptyLog(gameId, deviceId);
  let loop = restingLoop;
  let reader = freshReader;
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;
  const address = `${url}/v1/games/${gameId}/events`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  // A tenth of the jitter: a test has no hall full of phones.
  const moment = () => ({ nowMs: performance.now(), chance: chance() / 10 });

  const send = (input: SendInput): void => {
    if (isClosed) return;
    const next = sendStep(loop, log, input, moment());
    loop = next.loop;
    for (const effect of next.effects) if (effect.kind === 'send') void post(effect.request, effect.events);
    if (timer !== null) clearTimeout(timer);
    const wakesAtMs = sendWakesAtMs(loop, log);
    timer =
      wakesAtMs === null ? null : setTimeout(() => send({ kind: 'tick' }), Math.max(1, wakesAtMs - performance.now()));
  };

  const post = async (request: number, events: readonly GameEvent[]): Promise<void> => {
    const body = JSON.stringify({ contractVersion, events });
    const response = await fetch(address, { method: 'POST', headers, body }).catch(() => null);
    const said = response === null ? null : await response.json().catch(() => null);
    if (response?.status !== 200 || said === null) {
      const kind =
        response === null || said === null ? 'network' : replyKind(response.status, (said as { code: string }).code);
      send({ kind: 'reply', reply: { request, kind, retryAfterMs: 50 } });
      return;
    }
    const { answers, headSeq } = said as Appended;
    log = answered(log, answers as readonly Answer[]);
    send({ kind: 'reply', reply: { request, kind: 'answers', retryAfterMs: null } });
    read({ kind: 'head', headSeq, isPrimary: true });
  };

  const read = (input: ReadInput): void => {
    if (isClosed) return;
    const next = readStep(reader, log, input, moment());
    reader = next.reader;
    for (const effect of next.effects) {
      if (effect.kind === 'learn') log = learned(log, effect.events);
      else if (effect.kind === 'rebuild') log = rebuilt(log, effect.events).log;
      else void page(effect.request, effect.after);
    }
    if (next.effects.some(({ kind }) => kind !== 'read')) read({ kind: 'tick' });
  };

  const page = async (request: number, after: number): Promise<void> => {
    const response = await fetch(`${address}?after=${after}&limit=40`, { headers }).catch(() => null);
    const said = response?.status === 200 ? ((await response.json().catch(() => null)) as LogPage | null) : null;
    if (said === null) {
      read({ kind: 'failed', request });
      setTimeout(() => read({ kind: 'tick' }), 100);
    } else
      read({ kind: 'page', page: { request, events: said.events as readonly LoggedEvent[], headSeq: said.headSeq } });
  };

  return {
    log: () => log,
    key: (event) => {
      const { gameId: _g, deviceId: _d, deviceSeq: _s, afterSeq: _a, ...draft } = event;
      log = stored(keyed(log, draft as unknown as Draft).log, event.id);
      send({ kind: 'tick' });
    },
    refresh: () => {
      read({ kind: 'head', headSeq: log.through + 1, isPrimary: false });
      read({ kind: 'go' });
    },
    close: () => {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
};
