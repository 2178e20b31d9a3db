/**
 * One generator row per type of event: well formed by the schemas, with no claim to make sense. A type without a row does not compile.
 * Who and which play are picked from a cast when the event is put into a log.
 */
import fc, { type Arbitrary } from 'fast-check';
import { shotQualifiers, shotStyles } from '../../src/events/field-goal-attempted.ts';
import { foulQualifiers } from '../../src/events/foul-committed.ts';
import type { EventType, GameEvent } from '../../src/events/index.ts';
import { playTypes } from '../../src/events/index.ts';
import { jumpBallDecisions, jumpBallReasons } from '../../src/events/jump-ball-called.ts';
import { timeoutKinds } from '../../src/events/timeout-called.ts';
import { turnoverKinds } from '../../src/events/turnover-committed.ts';
import { violationKinds } from '../../src/events/violation-called.ts';
import { facets } from '../../src/game/facets.ts';
import type { EventId, PlayerId, TeamId } from '../../src/game/ids.ts';
import { playingPositions } from '../../src/game/roster-entry.ts';
import { foulKinds, ruleSetIds } from '../../src/rules/rule-set.ts';
import { randomFrom } from '../random.ts';
import { inventTeam } from '../simulation/team.ts';
import { uuidAt } from '../uuid.ts';

const home = inventTeam('any home', 12);
const away = inventTeam('any away', 12);
const stranger = inventTeam('any stranger', 2);

/** The teams of every generated log, and one that plays in none of them. */
export const anyTeams = { home, away, stranger } as const;

/** Ids that plays of generated logs may have; a link can name one that is not there. */
export const anyEventIds: readonly EventId[] = Array.from({ length: 40 }, (_, index) =>
  uuidAt<EventId>(Date.UTC(2026, 0, 1) + index, randomFrom(`event ${index}`)),
);

const rare = <T>(usual: Arbitrary<T>, unusual: Arbitrary<T>): Arbitrary<T> =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: unusual });

const teamId: Arbitrary<TeamId> = rare(fc.constantFrom(home.teamId, away.teamId), fc.constant(stranger.teamId));
const playerIds = [...home.roster, ...away.roster].map(({ playerId }) => playerId);
const playerId: Arbitrary<PlayerId> = rare(
  fc.constantFrom(...playerIds),
  fc.constantFrom(...stranger.roster.map((entry) => entry.playerId)),
);
const eventId = fc.constantFrom(...anyEventIds);
const doer = fc.oneof({ weight: 8, arbitrary: playerId }, fc.constant('team' as const), fc.constant(null));
const offender = fc.oneof(
  { weight: 8, arbitrary: playerId },
  fc.constantFrom('team' as const, 'coach' as const, 'bench' as const, null),
);
const helper = fc.oneof(playerId, fc.constantFrom('someone' as const, 'nobody' as const, null));
const people = fc.array(playerId, { maxLength: 6 });
const tracked = fc.subarray([...facets]);
const spot = fc.option(
  fc.record({ xCm: fc.integer({ min: -900, max: 900 }), yCm: fc.integer({ min: -200, max: 2_800 }) }),
);
const period = rare(fc.integer({ min: 1, max: 5 }), fc.constant(99));
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const rank = fc
  .array(fc.constantFrom(...digits.slice(1)), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join(''));
const clockMs = fc.option(
  rare(fc.integer({ min: 0, max: 720_000 }), fc.constantFrom(0, 86_400_000, Number.MAX_SAFE_INTEGER)),
);
const points = rare(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 4, max: 99 }));
const sheet = fc.record(
  {
    playerId,
    spotId: fc.constant(null),
    number: fc.constantFrom('', '0', '00', '7', '51'),
    position: fc.constantFrom(...playingPositions),
    sameAs: fc.option(playerId, { freq: 2 }),
    listed: fc.boolean(),
  },
  { requiredKeys: ['playerId', 'spotId', 'number', 'sameAs', 'listed'] },
);
const noChange = fc.constant({});
const patch = fc.oneof(
  noChange,
  fc.constant({ playersOnCourt: 3 }),
  fc.constant({ periods: { count: 2, lengthMs: 300_000 } }),
  fc.constant({ targetScore: { regular: 15, overtime: 2 } }),
  fc.constant({ bonus: { rows: [], late: null, overtimeFromTeamFoul: null, coversShooting: false } }),
);
const setUpOf = (team: typeof home) =>
  fc.record({ teamId: fc.constant(team.teamId), roster: fc.array(sheet, { maxLength: 4 }), tracked });
const scorePair = fc.record({ home: fc.nat(120), away: fc.nat(120) });

type Body<T extends EventType> = Omit<
  Extract<GameEvent, { type: T }>,
  | 'type'
  | 'id'
  | 'gameId'
  | 'schemaVersion'
  | 'recordedBy'
  | 'deviceId'
  | 'deviceSeq'
  | 'afterSeq'
  | 'recordedAt'
  | 'place'
  | 'clockMs'
>;

const { 'play-amended': _amended, ...bodies } = {
  'game-set-up': fc.record({
    ruleSet: fc.constantFrom(...ruleSetIds),
    rules: patch,
    home: setUpOf(home),
    away: setUpOf(away),
  }),
  'roster-changed': fc.record({ teamId, entry: sheet }),
  'rules-changed': fc.record({ ruleSet: fc.constantFrom(...ruleSetIds), rules: patch }),
  'period-started': fc.record({ lengthMs: fc.option(fc.integer({ min: 0, max: 1_200_000 })) }),
  'period-ended': fc.record({}),
  'lineup-set': fc.record({ teamId, players: people }),
  'substitution-made': fc.record({ teamId, playersIn: people, playersOut: people }),
  'tracking-changed': fc.record({ teamId, tracked }),
  'field-goal-attempted': fc.record({
    teamId,
    by: doer,
    points,
    made: fc.boolean(),
    spot,
    style: fc.option(fc.constantFrom(...shotStyles)),
    assistedBy: helper,
    blockedBy: helper,
    qualifiers: fc.subarray([...shotQualifiers]),
  }),
  'free-throw-attempted': fc.record({
    teamId,
    by: doer,
    made: fc.boolean(),
    foulId: fc.option(eventId),
    assistedBy: helper,
    qualifiers: fc.subarray(['fast-break' as const]),
  }),
  'rebound-taken': fc.record({
    teamId,
    by: doer,
    side: fc.option(fc.constantFrom('offensive' as const, 'defensive' as const)),
    deadBall: fc.boolean(),
  }),
  'turnover-committed': fc.record({
    teamId,
    by: doer,
    kind: fc.option(fc.constantFrom(...turnoverKinds)),
    stolenBy: helper,
  }),
  'foul-committed': fc.record({
    teamId,
    by: offender,
    kind: fc.constantFrom(...foulKinds),
    drawnBy: helper,
    freeThrows: fc.constantFrom(null, 0 as const, 1 as const, 2 as const, 3 as const, 'one-and-one' as const),
    losesBall: fc.boolean(),
    qualifiers: fc.subarray([...foulQualifiers]),
  }),
  'violation-called': fc.record({ teamId, by: offender, kind: fc.constantFrom(...violationKinds) }),
  'jump-ball-called': fc.record({
    reason: fc.option(fc.constantFrom(...jumpBallReasons)),
    decidedBy: fc.option(fc.constantFrom(...jumpBallDecisions)),
    teamId: fc.option(teamId),
    by: doer,
    jumpers: fc.record({ home: fc.option(playerId), away: fc.option(playerId) }),
  }),
  'possession-set': fc.record({ teamId: fc.option(teamId), arrow: fc.option(teamId) }),
  'timeout-called': fc.record({ teamId: fc.option(teamId), kind: fc.constantFrom(...timeoutKinds) }),
  'review-called': fc.record({
    teamId: fc.option(teamId),
    result: fc.constantFrom(null, 'stands' as const, 'changed' as const),
  }),
  'person-ejected': fc.record({ teamId, who: fc.oneof(playerId, fc.constantFrom('coach' as const, 'bench' as const)) }),
  'points-adjusted': fc.record({
    teamId,
    by: fc.option(playerId),
    points: fc.integer({ min: -20, max: 40 }).filter((count) => count !== 0),
  }),
  'score-confirmed': scorePair,
  'play-amended': fc.record({ playId: eventId, playType: fc.constantFrom(...playTypes), changes: fc.constant({}) }),
  'play-voided': fc.record({ playId: eventId }),
  'play-restored': fc.record({ playId: eventId }),
  'game-finalized': fc.record({ score: fc.option(scorePair) }),
  'game-reopened': fc.record({}),
  'game-forfeited': fc.record({ teamId, how: fc.constantFrom('forfeit' as const, 'default' as const) }),
} satisfies { readonly [T in EventType]: Arbitrary<Body<T>> };

type PlainType = keyof typeof bodies;

/** Fields of a play, of its own type or of any other: a patch that does not fit must do no harm. */
const changesOf = (type: PlainType): Arbitrary<Readonly<Record<string, unknown>>> =>
  bodies[type].chain((body: object) =>
    fc.subarray(Object.entries(body)).chain((entries) =>
      fc
        .record({
          clock: fc.option(clockMs, { freq: 1, nil: undefined }),
          at: fc.option(fc.record({ period, rank }), { freq: 1, nil: undefined }),
        })
        .map(({ clock, at }) => ({
          ...Object.fromEntries(entries),
          ...(clock === undefined && entries.length > 0 ? {} : { clockMs: clock ?? null }),
          ...at,
        })),
    ),
  );

const playBodies = playTypes as readonly Exclude<PlainType, 'game-set-up'>[];

const amendment = fc.record({
  playId: eventId,
  playType: fc.constantFrom(...playTypes),
  changes: fc.constantFrom(...playBodies).chain(changesOf),
});

/** Type, body and, for whom it concerns, a place: all but the envelope. */
export type AnyFact = {
  readonly type: EventType;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: { readonly period: number; readonly rank: string };
  readonly clockMs: number | null;
};

export const anyFactOf = (type: EventType): Arbitrary<AnyFact> =>
  fc.record({
    type: fc.constant(type),
    body: type === 'play-amended' ? amendment : (bodies[type] as Arbitrary<Readonly<Record<string, unknown>>>),
    at: fc.record({ period, rank }),
    clockMs,
  });

export const anyFact: Arbitrary<AnyFact> = fc
  .constantFrom(...(Object.keys(bodies) as EventType[]), 'play-amended' as const)
  .chain(anyFactOf);
