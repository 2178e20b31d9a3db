/**
 * Games as they are really kept: something is keyed wrong and mended later. What comes out must be what a right log would have given.
 * Source: design.md P5.
 */
import type { LoggedEvent, Play } from '../src/events/index.ts';
import { isPlayType } from '../src/events/index.ts';
import type { EventId, PlayerId } from '../src/game/ids.ts';
import { type Random, randomFrom } from './random.ts';
import { uuidAt } from './uuid.ts';

type LoggedPlay = LoggedEvent & Play;
type Mistake = { readonly wrong: LoggedPlay; readonly changes: Readonly<Record<string, unknown>> };

const otherPlayer = (who: unknown, plays: readonly LoggedPlay[], random: Random): PlayerId | null => {
  const others = plays.flatMap((play) =>
    'by' in play && typeof play.by === 'string' && play.by !== who && play.by.length > 10 ? [play.by as PlayerId] : [],
  );
  return others.length === 0 ? null : random.pick(others);
};

const ofTeam = (play: LoggedPlay, plays: readonly LoggedPlay[]): readonly LoggedPlay[] =>
  plays.filter((other) => 'teamId' in other && 'teamId' in play && other.teamId === play.teamId);

/** The play as it was first keyed, and the patch that mends it. */
const mistakeOn = (play: LoggedPlay, plays: readonly LoggedPlay[], random: Random): Mistake | null => {
  switch (play.type) {
    case 'field-goal-attempted': {
      const by = otherPlayer(play.by, ofTeam(play, plays), random);
      return random.pick<Mistake>([
        { wrong: { ...play, by }, changes: { by: play.by } },
        { wrong: { ...play, assistedBy: null }, changes: { assistedBy: play.assistedBy } },
        {
          wrong: { ...play, made: !play.made, assistedBy: null, blockedBy: null },
          changes: { made: play.made, assistedBy: play.assistedBy, blockedBy: play.blockedBy },
        },
        { wrong: { ...play, clockMs: null }, changes: { clockMs: play.clockMs } },
      ]);
    }
    case 'rebound-taken':
    case 'turnover-committed':
    case 'free-throw-attempted': {
      return { wrong: { ...play, by: otherPlayer(play.by, ofTeam(play, plays), random) }, changes: { by: play.by } };
    }
    case 'foul-committed':
      return {
        wrong: { ...play, drawnBy: null, kind: 'personal' },
        changes: { drawnBy: play.drawnBy, kind: play.kind },
      };
    case 'substitution-made':
      return { wrong: { ...play, playersIn: [] }, changes: { playersIn: play.playersIn } };
    default:
      return null;
  }
};

const isPlay = (event: LoggedEvent): event is LoggedPlay => isPlayType(event.type);

/** The log with about one play in `every` keyed wrong, some keyed twice, some taken away by mistake; all of it mended at the end. */
export const withMistakes = (
  log: readonly LoggedEvent[],
  seed: string | number,
  every = 10,
): readonly LoggedEvent[] => {
  const random = randomFrom(`mistakes ${seed}`);
  const plays = log.filter(isPlay);
  const last = log.at(-1);
  if (last === undefined) return log;
  const mended: LoggedEvent[] = [];
  const startMs = Date.parse(last.recordedAt);
  const later = (body: object): void => {
    const step = mended.length + 1;
    const recordedAt = new Date(startMs + step * 1_000).toISOString();
    const { gameId, schemaVersion, recordedBy, deviceId, deviceSeq } = last;
    const id = uuidAt<EventId>(startMs + step * 1_000, random);
    const seq = log.length + step;
    mended.push({
      id,
      gameId,
      schemaVersion,
      recordedBy,
      deviceId,
      deviceSeq: deviceSeq + step,
      afterSeq: seq - 1,
      recordedAt,
      seq,
      ...body,
    } as unknown as LoggedEvent);
  };
  const first = log.map((event) => {
    if (!isPlay(event) || !random.isChance(1 / every)) return event;
    if (random.isChance(0.2)) {
      later({ type: 'play-voided', playId: event.id });
      later({ type: 'play-restored', playId: event.id });
      return event;
    }
    const mistake = mistakeOn(event, plays, random);
    if (mistake === null) return event;
    later({ type: 'play-amended', playId: event.id, playType: event.type, changes: mistake.changes });
    return mistake.wrong;
  });
  return [...first, ...mended];
};

/** The log with copies of some plays keyed a second time right after, and taken away again at the end. */
export const withDoubles = (log: readonly LoggedEvent[], seed: string | number, every = 15): readonly LoggedEvent[] => {
  const random = randomFrom(`doubles ${seed}`);
  const last = log.at(-1);
  if (last === undefined) return log;
  const added: LoggedEvent[] = [];
  const add = (event: object): EventId => {
    const step = added.length + 1;
    const seq = log.length + step;
    const id = uuidAt<EventId>(Date.parse(last.recordedAt) + step * 1_000, random);
    added.push({ ...event, id, seq, deviceSeq: last.deviceSeq + step, afterSeq: seq - 1 } as unknown as LoggedEvent);
    return id;
  };
  const doubles = log
    .filter(isPlay)
    .filter(() => random.isChance(1 / every))
    .map((play) => add({ ...play, place: { ...play.place, rank: `${play.place.rank}V` } }));
  const { gameId, schemaVersion, recordedBy, deviceId, recordedAt } = last;
  for (const playId of doubles)
    add({ gameId, schemaVersion, recordedBy, deviceId, recordedAt, type: 'play-voided', playId });
  return [...log, ...added];
};
