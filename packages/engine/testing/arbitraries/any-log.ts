/** Whole logs: games as they go, and games with everything wrong that phones, people and foreign software can make of them. */
import fc, { type Arbitrary } from 'fast-check';
import { type EventType, isPlayType, type LoggedEvent, type Play } from '../../src/events/index.ts';
import type { DeviceId, EventId, GameId, IsoInstant, RecorderId } from '../../src/game/ids.ts';
import type { RuleSetId } from '../../src/rules/rule-set.ts';
import { ruleSetIds } from '../../src/rules/rule-set.ts';
import { randomFrom } from '../random.ts';
import { type Level, simulateGame } from '../simulation/simulate-game.ts';
import { uuidAt } from '../uuid.ts';
import { type AnyFact, anyEventIds, anyFact, anyFactOf, anyTeams } from './any-event.ts';

const startMs = Date.UTC(2026, 0, 10, 18, 0, 0);
const made = randomFrom('any log');
/** Every generated log is of this game. */
export const anyGameId = uuidAt<GameId>(startMs, made);
const devices = [uuidAt<DeviceId>(startMs, made), uuidAt<DeviceId>(startMs, made)] as const;
const recorder = uuidAt<RecorderId>(startMs, made);

/** A believable game, cut off anywhere: an honest log of one phone. Shrinks towards a short one. */
export const anyGame = (ruleSet: RuleSetId, level: Level = 'full'): Arbitrary<readonly LoggedEvent[]> =>
  fc.record({ seed: fc.nat(10_000), share: fc.integer({ min: 1, max: 100 }) }).map(({ seed, share }) => {
    const log = simulateGame({ seed, ruleSet, level, gameId: anyGameId, home: anyTeams.home, away: anyTeams.away });
    return log.slice(0, Math.ceil((log.length * share) / 100));
  });

const inAnyRuleSet = fc.constantFrom(...ruleSetIds);

type Keyed = {
  readonly fact: AnyFact;
  readonly device: 0 | 1;
  readonly unseen: number;
  readonly beside: number | null;
  readonly target: number;
};

const keyed = (fact: Arbitrary<AnyFact>): Arbitrary<Keyed> =>
  fc.record({
    fact,
    device: fc.constantFrom(0 as const, 1 as const),
    /** So many of the events before it its phone had not seen. */
    unseen: fc.nat(30),
    /** Right after a play of the game, rather than anywhere. */
    beside: fc.option(fc.nat(1_000), { freq: 3 }),
    /** Which play of the game it corrects or names. */
    target: fc.nat(1_000),
  });

const linkFields = ['playId', 'foulId'] as const;

/** Names a play that is there, mostly: then a correction has something to correct. */
const linked = (body: AnyFact['body'], plays: readonly LoggedEvent[], target: number): AnyFact['body'] => {
  const play = plays[target % Math.max(1, plays.length + 3)];
  if (play === undefined) return body;
  const links = linkFields.filter((field) => typeof body[field] === 'string').map((field) => [field, play.id] as const);
  const playType = 'playType' in body && target % 5 !== 0 ? { playType: play.type } : {};
  return { ...body, ...Object.fromEntries(links), ...playType };
};

const isPlayEvent = (event: LoggedEvent): event is LoggedEvent & Play => isPlayType(event.type);

const keyIn = (base: readonly LoggedEvent[], extras: readonly Keyed[], pending: number): readonly LoggedEvent[] => {
  const log = [...base];
  const plays = base.filter(isPlayEvent);
  const deviceSeqs = [base.length + 1000, 0];
  for (const [index, { fact, device, unseen, beside, target }] of extras.entries()) {
    deviceSeqs[device] = (deviceSeqs[device] ?? 0) + 1;
    const neighbour = beside === null ? undefined : plays[beside % Math.max(1, plays.length)];
    const at =
      neighbour === undefined
        ? fact.at
        : { period: neighbour.place.period, rank: `${neighbour.place.rank}V${String.fromCharCode(65 + (index % 26))}` };
    const isPending = index >= extras.length - pending;
    const seq = isPending ? null : log.length + 1;
    log.push({
      id: anyEventIds[index] as EventId,
      gameId: anyGameId,
      schemaVersion: 1,
      recordedBy: recorder,
      deviceId: devices[device],
      deviceSeq: deviceSeqs[device] as number,
      afterSeq: Math.max(0, base.length + index - unseen),
      recordedAt: new Date(startMs + (base.length + index) * 2_000).toISOString() as IsoInstant,
      seq,
      type: fact.type,
      ...linked(fact.body, plays, target),
      ...(isPlayType(fact.type) ? { place: at, clockMs: neighbour?.clockMs ?? fact.clockMs } : {}),
    } as unknown as LoggedEvent);
  }
  return log;
};

const corrections: readonly EventType[] = ['play-amended', 'play-voided', 'play-restored'];
const correction = fc.constantFrom(...corrections).chain(anyFactOf);

/** A game with whatever may be added to it: corrections, late and foreign plays, nonsense; some not acknowledged. Each event once. */
export const anyLog: Arbitrary<readonly LoggedEvent[]> = fc
  .record({
    base: inAnyRuleSet.chain((id) => anyGame(id)),
    keep: fc.integer({ min: 0, max: 120 }),
    extras: fc.array(fc.oneof(keyed(correction), keyed(anyFact)), { maxLength: anyEventIds.length }),
    pending: fc.nat(6),
  })
  .map(({ base, keep, extras, pending }) => keyIn(base.slice(0, keep), extras, pending));

/** One event of any type, with an envelope: well formed, and perhaps senseless. */
export const anyEvent: Arbitrary<LoggedEvent> = keyed(anyFact).map((extra) => keyIn([], [extra], 0)[0] as LoggedEvent);
export const anyEventOf = (type: EventType): Arbitrary<LoggedEvent> =>
  keyed(anyFactOf(type)).map((extra) => keyIn([], [extra], 0)[0] as LoggedEvent);

/** The same events as they may come over a bad line: in another order, some of them twice. */
export const arrivalsOf = (log: readonly LoggedEvent[]): Arbitrary<readonly LoggedEvent[]> =>
  log.length === 0
    ? fc.constant(log)
    : fc.record({ seed: fc.nat(1_000_000), repeats: fc.nat(20) }).map(({ seed, repeats }) => {
        const random = randomFrom(seed);
        const arrivals = [...log, ...Array.from({ length: repeats }, () => random.pick(log))];
        for (let i = arrivals.length - 1; i > 0; i--) {
          const j = random.between(0, i);
          [arrivals[i], arrivals[j]] = [arrivals[j] as LoggedEvent, arrivals[i] as LoggedEvent];
        }
        return arrivals;
      });
