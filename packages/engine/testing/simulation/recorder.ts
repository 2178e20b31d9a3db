/** The simulated scorer: gives events their envelope, place and clock as one phone at the table would. */
import type { EventBase } from '../../src/events/base.ts';
import { type GameEvent, isPlayType, type LoggedEvent, type Play } from '../../src/events/index.ts';
import type { DeviceId, EventId, GameId, IsoInstant, RecorderId } from '../../src/game/ids.ts';
import { rankAtEnd } from '../../src/game/rank.ts';
import { randomFrom } from '../random.ts';
import { uuidAt } from '../uuid.ts';

type WithoutEnvelope<E> = E extends GameEvent
  ? Omit<E, Exclude<keyof EventBase<string>, 'type'> | 'place' | 'clockMs'>
  : never;
/** An event's type and body, the rest is the recorder's. */
export type Fact = WithoutEnvelope<GameEvent>;
export type PlayFact = WithoutEnvelope<Play>;

export type Recorder = {
  readonly log: readonly LoggedEvent[];
  readonly nowMs: () => number;
  /** Time passes at the table. */
  readonly wait: (ms: number) => void;
  readonly standAt: (period: number, clockMs: number | null) => void;
  readonly record: (fact: Fact) => EventId;
};

export const makeRecorder = (game: {
  readonly seed: string | number;
  readonly gameId: GameId;
  readonly startsAtMs: number;
  readonly recordedBy?: RecorderId;
}): Recorder => {
  const random = randomFrom(`recorder ${game.seed} ${game.gameId}`);
  const deviceId = uuidAt<DeviceId>(game.startsAtMs, random);
  const recordedBy = game.recordedBy ?? uuidAt<RecorderId>(game.startsAtMs, random);
  const log: LoggedEvent[] = [];
  const lastRanks = new Map<number, string>();
  let nowMs = game.startsAtMs;
  let period = 1;
  let clockMs: number | null = null;

  const placeHere = () => {
    const rank = rankAtEnd({ sharedNowMs: nowMs, lastRank: lastRanks.get(period) ?? null, deviceId });
    lastRanks.set(period, rank);
    return { place: { period, rank }, clockMs };
  };

  return {
    log,
    nowMs: () => nowMs,
    wait: (ms) => {
      nowMs += ms;
    },
    standAt: (nextPeriod, nextClockMs) => {
      period = nextPeriod;
      clockMs = nextClockMs;
    },
    record: (fact) => {
      nowMs += random.between(400, 900);
      const seq = log.length + 1;
      const id = uuidAt<EventId>(nowMs, random);
      const envelope = {
        id,
        gameId: game.gameId,
        schemaVersion: 1,
        recordedBy,
        deviceId,
        deviceSeq: seq,
        afterSeq: seq - 1,
        recordedAt: new Date(nowMs).toISOString() as IsoInstant,
      };
      log.push({ ...envelope, ...fact, ...(isPlayType(fact.type) ? placeHere() : {}), seq } as LoggedEvent);
      return id;
    },
  };
};
