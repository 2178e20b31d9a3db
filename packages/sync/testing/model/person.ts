/**
 * Who keys: makes the events that a scorer would make from what this phone shows, and remembers what was meant by each.
 */
import type { DeviceId, EventId, FieldGoalAttempted, GameEvent, IsoInstant, PlayerId, TeamId } from '@bball/engine';
import { rankAtEnd, rankBetween } from '@bball/engine';
import { uuidAt } from '@bball/engine/testing';
import { knownRanks, lastRank } from '../../src/known-ranks.ts';
import { type Draft, keyed, type LocalLog, stored } from '../../src/local-log.ts';
import { viewOf } from '../../src/log-view.ts';
import { type Phone, sharedTimeOf, type Tab } from './phone.ts';
import type { Meant } from './record.ts';
import type { World } from './world.ts';

export type Team = { readonly teamId: TeamId; readonly players: readonly PlayerId[] };
export type Teams = { readonly home: Team; readonly away: Team };

type Shot = FieldGoalAttempted;
type Hand = { readonly world: World; readonly phone: Phone; readonly tab: Tab; readonly teams: Teams };
type Meaning = Pick<Meant, 'group' | 'value' | 'isInsert'> & { readonly intent?: string };

const plain: Meaning = { group: null, value: null, isInsert: false };

/** Stores what was keyed, in one transaction of the phone's store. */
const key = ({ world, phone, tab }: Hand, body: object, meaning: Meaning): void => {
  const wallMs = world.nowMs + phone.wallSkewMs;
  const id = uuidAt<EventId>(wallMs, world.random);
  const recordedAt = new Date(wallMs).toISOString() as IsoInstant;
  const draft = { ...body, id, schemaVersion: 1, recordedBy: phone.recordedBy, recordedAt } as unknown as Draft;
  const { log, event } = keyed(phone.log, draft);
  phone.log = stored(log, id);
  const wasInContact = tab.clock.contact !== null || tab.clock.storedOffsetMs !== null;
  const clockErrorMs = wasInContact ? sharedTimeOf(world, phone, tab) - world.nowMs : null;
  world.record.meant.set(id, {
    event,
    intent: meaning.intent ?? id,
    atMs: world.nowMs,
    clockErrorMs,
    ...meaning,
  } as Meant);
};

const isShot = (event: GameEvent): event is Shot => event.type === 'field-goal-attempted';

const shotsIn = (log: LocalLog): readonly Shot[] => viewOf(log).flatMap((event) => (isShot(event) ? [event] : []));

const periodNow = (world: World): number => 1 + (Math.floor(world.nowMs / 20_000) % 4);

const anyDoer = ({ world, teams }: Hand): Pick<Shot, 'teamId' | 'by'> => {
  const team = world.random.pick([teams.home, teams.away]);
  return { teamId: team.teamId, by: world.random.isChance(0.2) ? null : world.random.pick(team.players) };
};

const anyShot = (hand: Hand, period: number, rank: string) => ({
  type: 'field-goal-attempted',
  place: { period, rank },
  clockMs: null,
  ...anyDoer(hand),
  points: hand.world.random.pick([2, 3]),
  made: hand.world.random.isChance(0.6),
  spot: null,
  style: null,
  assistedBy: null,
  blockedBy: null,
  qualifiers: [],
});

const endRank = ({ world, phone, tab }: Hand, period: number): string => {
  const last = lastRank(phone.log, period);
  const sharedNow = world.has('rank-after-last-known') ? 0 : sharedTimeOf(world, phone, tab);
  return rankAtEnd({ sharedNowMs: sharedNow, lastRank: last, deviceId: phone.log.deviceId as DeviceId });
};

const keyAtEnd = (hand: Hand): void => {
  const period = periodNow(hand.world);
  key(hand, anyShot(hand, period, endRank(hand, period)), plain);
};

const keyBetween = (hand: Hand): void => {
  const { world, phone } = hand;
  const period = periodNow(world);
  const ranks = knownRanks(phone.log, period);
  if (ranks.length < 2) {
    keyAtEnd(hand);
    return;
  }
  const at = world.random.between(0, ranks.length - 2);
  const rank = rankBetween(ranks[at] as string, ranks[at + 1] as string, phone.log.deviceId);
  key(hand, anyShot(hand, period, rank), { ...plain, isInsert: true });
};

const fields = ['teamId', 'by', 'points', 'made', 'assistedBy'] as const;

/** As this phone shows it: the play overlaid by the amendments it knows. */
const shown = (log: LocalLog, shot: Shot): { readonly [field: string]: unknown } => {
  const values: { [field: string]: unknown } = Object.fromEntries(fields.map((field) => [field, shot[field]]));
  for (const event of viewOf(log)) {
    if (event.type === 'play-amended' && event.playId === shot.id) Object.assign(values, event.changes);
  }
  return values;
};

const anyChange = (hand: Hand, shot: Shot): { readonly group: string; readonly value: object } => {
  const { random } = hand.world;
  // Half of the corrections take one back: the value that the play had first.
  const isBack = random.isChance(0.5);
  const group = random.pick(['who', 'points', 'made', 'assistedBy'] as const);
  if (group === 'who') return { group, value: isBack ? { teamId: shot.teamId, by: shot.by } : anyDoer(hand) };
  const values = {
    points: random.pick([2, 3]),
    made: random.isChance(0.5),
    assistedBy: random.pick(['nobody', 'someone', null]),
  };
  return { group, value: { [group]: isBack ? shot[group] : values[group] } };
};

const anyKnownShot = ({ world, phone }: Hand): Shot | undefined => {
  const shots = shotsIn(phone.log);
  // What happened last is mended most.
  return world.random.pick(world.random.isChance(0.6) ? shots.slice(-4) : shots);
};

const amend = (hand: Hand): void => {
  const shot = anyKnownShot(hand);
  if (shot === undefined) {
    keyAtEnd(hand);
    return;
  }
  const { group, value } = anyChange(hand, shot);
  const changes = hand.world.has('whole-play-amendments') ? { ...shown(hand.phone.log, shot), ...value } : value;
  key(hand, { type: 'play-amended', playId: shot.id, playType: shot.type, changes }, { ...plain, group, value });
};

const voidOrRestore = (hand: Hand): void => {
  const shot = anyKnownShot(hand);
  if (shot === undefined) {
    keyAtEnd(hand);
    return;
  }
  const last = viewOf(hand.phone.log).findLast(
    (event) => (event.type === 'play-voided' || event.type === 'play-restored') && event.playId === shot.id,
  );
  const isVoid = last?.type !== 'play-voided';
  const type = isVoid ? 'play-voided' : 'play-restored';
  key(hand, { type, playId: shot.id }, { ...plain, group: 'isVoid', value: isVoid });
};

const finishOrReopen = (hand: Hand): void => {
  const last = viewOf(hand.phone.log).findLast(({ type }) => type === 'game-finalized' || type === 'game-reopened');
  if (last?.type === 'game-finalized') key(hand, { type: 'game-reopened' }, plain);
  else key(hand, { type: 'game-finalized', score: null }, plain);
};

/** A play that was refused is keyed again: what people do when an app says no. */
const keyAgain = (hand: Hand): boolean => {
  const { phone, world } = hand;
  const intents = new Map<string, number>();
  for (const { intent } of world.record.meant.values()) intents.set(intent, (intents.get(intent) ?? 0) + 1);
  for (const { event, status } of phone.log.entries.values()) {
    const meant = world.record.meant.get(event.id);
    if (status !== 'rejected' || meant === undefined || intents.get(meant.intent) !== 1 || !isShot(event)) continue;
    const { id: _, gameId: _g, deviceId: _d, deviceSeq: _s, afterSeq: _a, ...body } = event;
    key(hand, body, { ...plain, isInsert: true, intent: meant.intent });
    return true;
  }
  return false;
};

export const setUp = (hand: Hand): void => {
  const side = ({ teamId, players }: Team) => ({
    teamId,
    roster: players.map((playerId, index) => ({
      playerId,
      spotId: null,
      number: String(index + 4),
      sameAs: null,
      listed: true,
    })),
    tracked: ['baskets', 'scorers', 'misses', 'assists'],
  });
  const body = {
    type: 'game-set-up',
    ruleSet: 'fiba-2024',
    rules: {},
    home: side(hand.teams.home),
    away: side(hand.teams.away),
  };
  key(hand, body, plain);
};

export const keySomething = (hand: Hand): void => {
  const { random } = hand.world;
  if (keyAgain(hand)) return;
  const what = random.key({ atEnd: 9, between: 1, amend: 6, void: 2, finish: hand.world.weather.endings });
  ({ atEnd: keyAtEnd, between: keyBetween, amend, void: voidOrRestore, finish: finishOrReopen })[what](hand);
};
