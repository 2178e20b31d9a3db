/**
 * Short logs by hand, for tests that read like the scorer's notes. Teams are A (home) and B (away), their players A1… and B1….
 * Who: 'A4' a player, 'A?' not said, 'A team', 'A coach', 'A bench'. Helpers that a call does not name are 'nobody': nothing is open.
 */
import type { FoulCommitted } from '../src/events/foul-committed.ts';
import type { GameEvent, LoggedEvent, PlayType } from '../src/events/index.ts';
import type { TurnoverKind } from '../src/events/turnover-committed.ts';
import { type Facet, facets } from '../src/game/facets.ts';
import type { EventId, GameId, PlayerId, TeamId } from '../src/game/ids.ts';
import { ruleSet } from '../src/rules/index.ts';
import type { FoulKind, RulePatch, RuleSetId } from '../src/rules/rule-set.ts';

export const gameId = 'G' as GameId;
export const teamA = 'A' as TeamId;
export const teamB = 'B' as TeamId;

type Fields = Readonly<Record<string, unknown>>;

/** Where and by whom an event is keyed, if not here and now on the first phone. */
export type Keyed = {
  readonly after?: EventId;
  readonly before?: EventId;
  readonly period?: number;
  readonly clockMs?: number | null;
  readonly device?: string;
  readonly afterSeq?: number;
  /** false: the server has not acknowledged it yet. */
  readonly acknowledged?: boolean;
};

type Options = Keyed & Fields;

const keyedFields: ReadonlySet<string> = new Set([
  'after',
  'before',
  'period',
  'clockMs',
  'device',
  'afterSeq',
  'acknowledged',
]);

const bodyOf = (options: Options): Fields =>
  Object.fromEntries(Object.entries(options).filter(([name]) => !keyedFields.has(name)));

/** '4:10', '0:00.8' as milliseconds. */
export const clock = (text: string): number => {
  const [minutes = '0', seconds = '0'] = text.split(':');
  return Number(minutes) * 60_000 + Math.round(Number(seconds) * 1_000);
};

const whoOf = (who: string): { teamId: TeamId; by: string | null } => {
  const teamId = who.charAt(0) as TeamId;
  const rest = who.slice(1).trim();
  if (rest === '?') return { teamId, by: null };
  return { teamId, by: /^\d/.test(rest) ? who : rest };
};

const sheet = (teamId: TeamId, size: number, tracked: readonly Facet[]) => ({
  teamId,
  roster: Array.from({ length: size }, (_, index) => ({
    playerId: `${teamId}${index + 1}`,
    spotId: `spot-${teamId}${index + 1}`,
    number: String(index + 1),
    sameAs: null,
    listed: true,
  })),
  tracked,
});

export type LogSettings = {
  readonly rules?: RulePatch;
  readonly tracked?: readonly Facet[];
  readonly rosterSize?: number;
  /** false: a log without its set-up. */
  readonly withSetUp?: boolean;
};

/** A log that grows by one event a call; every call answers the event's id. */
export const writeLog = (id: RuleSetId, settings: LogSettings = {}) => {
  const rules = ruleSet(id, settings.rules ?? {});
  const events: LoggedEvent[] = [];
  const deviceSeqs = new Map<string, number>();
  const insertsAt = new Map<string, number>();
  let placed = 0;
  let period = 1;
  let clockMs: number | null = rules.periods.lengthMs;

  const placeOf = (playId: EventId): { period: number; rank: string } => {
    const play = events.find((event) => event.id === playId);
    if (play === undefined || !('place' in play)) throw new Error(`no play ${playId} to stand beside`);
    return play.place;
  };

  const insertAt = (stem: string): string => {
    const count = insertsAt.get(stem) ?? 0;
    insertsAt.set(stem, count + 1);
    return `${stem}${String.fromCharCode(66 + count)}`;
  };

  const placeFor = (keyed: Keyed): { period: number; rank: string } => {
    if (keyed.after !== undefined) {
      const neighbour = placeOf(keyed.after);
      return { period: neighbour.period, rank: insertAt(neighbour.rank) };
    }
    if (keyed.before !== undefined) {
      const neighbour = placeOf(keyed.before);
      return { period: neighbour.period, rank: insertAt(`${neighbour.rank.slice(0, -1)}4`) };
    }
    placed += 1;
    return { period: keyed.period ?? period, rank: `K${String(placed).padStart(4, '0')}5` };
  };

  const push = (type: GameEvent['type'], body: Fields, keyed: Keyed): EventId => {
    const device = keyed.device ?? 'phone-1';
    const deviceSeq = (deviceSeqs.get(device) ?? 0) + 1;
    deviceSeqs.set(device, deviceSeq);
    const lastSeq = events.reduce((last, event) => Math.max(last, event.seq ?? 0), 0);
    const eventId = `e${String(events.length + 1).padStart(3, '0')}` as EventId;
    events.push({
      id: eventId,
      gameId,
      schemaVersion: 1,
      recordedBy: 'table',
      deviceId: device,
      deviceSeq,
      afterSeq: keyed.afterSeq ?? lastSeq,
      recordedAt: new Date(Date.UTC(2026, 0, 10, 18, 0, events.length * 20)).toISOString(),
      seq: keyed.acknowledged === false ? null : lastSeq + 1,
      type,
      ...body,
    } as unknown as LoggedEvent);
    return eventId;
  };

  const play = (type: PlayType, body: Fields, options: Options = {}): EventId => {
    const place = placeFor(options);
    const clockHere = options.clockMs === undefined ? clockMs : options.clockMs;
    return push(type, { ...body, ...bodyOf(options), place, clockMs: clockHere }, options);
  };

  const fact = (type: GameEvent['type'], body: Fields, options: Options = {}): EventId =>
    push(type, { ...body, ...bodyOf(options) }, options);

  const tracked = settings.tracked ?? facets;
  const size = settings.rosterSize ?? 12;
  if (settings.withSetUp !== false) {
    fact('game-set-up', {
      ruleSet: id,
      rules: settings.rules ?? {},
      home: sheet(teamA, size, tracked),
      away: sheet(teamB, size, tracked),
    });
  }

  return {
    events,
    play,
    fact,
    /** Everything from here on stands in this period, with so much left. */
    at: (nextPeriod: number, nextClock: string | null): void => {
      period = nextPeriod;
      clockMs = nextClock === null ? null : clock(nextClock);
    },
    start: (nextPeriod: number, options: Options = {}): EventId => {
      period = nextPeriod;
      clockMs = nextPeriod > rules.periods.count ? rules.overtimeMs : rules.periods.lengthMs;
      return play('period-started', { lengthMs: null }, options);
    },
    end: (options: Options = {}): EventId => {
      clockMs = 0;
      return play('period-ended', {}, options);
    },
    lineup: (teamId: string, numbers: readonly number[], options: Options = {}): EventId =>
      play('lineup-set', { teamId, players: numbers.map((number) => `${teamId}${number}`) }, options),
    substitution: (
      teamId: string,
      playersIn: readonly number[],
      playersOut: readonly number[],
      options: Options = {},
    ): EventId =>
      play(
        'substitution-made',
        {
          teamId,
          playersIn: playersIn.map((number) => `${teamId}${number}`),
          playersOut: playersOut.map((number) => `${teamId}${number}`),
        },
        options,
      ),
    made: (who: string, points: number, options: Options = {}): EventId =>
      play(
        'field-goal-attempted',
        {
          ...whoOf(who),
          points,
          made: true,
          spot: null,
          style: null,
          assistedBy: 'nobody',
          blockedBy: 'nobody',
          qualifiers: [],
        },
        options,
      ),
    missed: (who: string, points: number, options: Options = {}): EventId =>
      play(
        'field-goal-attempted',
        {
          ...whoOf(who),
          points,
          made: false,
          spot: null,
          style: null,
          assistedBy: 'nobody',
          blockedBy: 'nobody',
          qualifiers: [],
        },
        options,
      ),
    throwMade: (who: string, foulId: EventId | null, options: Options = {}): EventId =>
      play(
        'free-throw-attempted',
        { ...whoOf(who), made: true, foulId, assistedBy: 'nobody', qualifiers: [] },
        options,
      ),
    throwMissed: (who: string, foulId: EventId | null, options: Options = {}): EventId =>
      play(
        'free-throw-attempted',
        { ...whoOf(who), made: false, foulId, assistedBy: 'nobody', qualifiers: [] },
        options,
      ),
    foul: (
      who: string,
      kind: FoulKind,
      options: Options & { readonly freeThrows?: FoulCommitted['freeThrows'] } = {},
    ): EventId =>
      play(
        'foul-committed',
        { ...whoOf(who), kind, drawnBy: 'nobody', freeThrows: null, losesBall: false, qualifiers: [] },
        options,
      ),
    rebound: (who: string, options: Options = {}): EventId =>
      play('rebound-taken', { ...whoOf(who), side: null, deadBall: false }, options),
    turnover: (who: string, kind: TurnoverKind | null = null, options: Options = {}): EventId =>
      play('turnover-committed', { ...whoOf(who), kind, stolenBy: 'nobody' }, options),
    amend: (playId: EventId, changes: Fields, options: Options = {}): EventId => {
      const playType = events.find((event) => event.id === playId)?.type ?? 'field-goal-attempted';
      return fact('play-amended', { playId, playType, changes }, options);
    },
    void: (playId: EventId, options: Options = {}): EventId => fact('play-voided', { playId }, options),
    restore: (playId: EventId, options: Options = {}): EventId => fact('play-restored', { playId }, options),
    roster: (teamId: string, entry: Fields, options: Options = {}): EventId => {
      const playerId = entry.playerId as PlayerId;
      return fact(
        'roster-changed',
        { teamId, entry: { spotId: null, number: '', sameAs: null, listed: true, ...entry, playerId } },
        options,
      );
    },
  };
};

export type HandWrittenLog = ReturnType<typeof writeLog>;

/** A1…A5 against B1…B5 (as many as the rules have on court), the first period running. */
export const startedLog = (id: RuleSetId = 'fiba-2024', settings: LogSettings = {}): HandWrittenLog => {
  const log = writeLog(id, settings);
  const numbers = Array.from({ length: ruleSet(id, settings.rules ?? {}).playersOnCourt }, (_, index) => index + 1);
  log.lineup('A', numbers);
  log.lineup('B', numbers);
  log.start(1);
  return log;
};
