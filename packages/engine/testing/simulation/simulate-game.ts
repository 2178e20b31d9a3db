/**
 * Plays a whole game under any rule set and hands over its log, as one careful scorer would have keyed it.
 * Invariants: the same arguments give the same log, byte for byte; ids, ranks, device numbers and seqs are those of one phone.
 */
import type { LoggedEvent } from '../../src/events/index.ts';
import { type Facet, levels } from '../../src/game/facets.ts';
import type { GameId, RecorderId } from '../../src/game/ids.ts';
import { ruleSet } from '../../src/rules/index.ts';
import type { RulePatch, RuleSetId } from '../../src/rules/rule-set.ts';
import { randomFrom } from '../random.ts';
import { uuidAt } from '../uuid.ts';
import { substitute } from './bench.ts';
import { inLessDetail } from './detail.ts';
import { manners } from './manner.ts';
import { isTargetReached, type Match, makeSide, otherSide, periodLengthMs, play, type SimulatedSide } from './match.ts';
import { playPossession } from './possession.ts';
import { makeRecorder } from './recorder.ts';
import { inventTeam, type SimulatedTeam } from './team.ts';

export type Level = keyof typeof levels;

export type GameToSimulate = {
  readonly seed: string | number;
  readonly ruleSet: RuleSetId;
  readonly rules?: RulePatch;
  readonly home?: SimulatedTeam;
  readonly away?: SimulatedTeam;
  readonly gameId?: GameId;
  readonly level?: Level;
  readonly startsAtMs?: number;
  readonly recordedBy?: RecorderId;
};

const aSaturdayEveningMs = Date.UTC(2026, 0, 10, 18, 0, 0);

const setUp = (match: Match, game: GameToSimulate, teams: readonly [SimulatedTeam, SimulatedTeam]): void => {
  const tracked: readonly Facet[] = levels.full;
  const sheet = (team: SimulatedTeam) => ({
    teamId: team.teamId,
    roster: team.roster.map((entry) => ({ ...entry, sameAs: null, listed: true })),
    tracked,
  });
  match.recorder.record({
    type: 'game-set-up',
    ruleSet: game.ruleSet,
    rules: game.rules ?? {},
    home: sheet(teams[0]),
    away: sheet(teams[1]),
  });
};

/** Who has the ball first in this period. */
const startBall = (match: Match): SimulatedSide => {
  const { rules, random, recorder, sides } = match;
  const tossed = random.isChance(0.5) ? sides[0] : sides[1];
  const isTossed = match.period === 1 || (rules.possession === 'jump-ball' && match.period > rules.periods.count);
  if (rules.possession === 'defence') {
    recorder.record({ type: 'possession-set', teamId: tossed.teamId, arrow: null });
    return tossed;
  }
  if (isTossed) {
    const jumpers = { home: sides[0].onCourt.at(-1)?.id ?? null, away: sides[1].onCourt.at(-1)?.id ?? null };
    recorder.record({
      type: 'jump-ball-called',
      reason: 'period-start',
      decidedBy: 'toss',
      teamId: tossed.teamId,
      by: random.pick(tossed.onCourt).id,
      jumpers,
    });
    if (rules.possession === 'arrow') match.arrow = otherSide(match, tossed);
    return tossed;
  }
  if (match.arrow === null) return tossed;
  const ballTo = match.arrow;
  match.arrow = otherSide(match, ballTo);
  return ballTo;
};

const playPeriod = (match: Match): void => {
  const { recorder, rules } = match;
  const lengthMs = periodLengthMs(match);
  match.clockMs = lengthMs === 0 ? null : lengthMs;
  match.mediaTimeoutsTaken = 0;
  for (const side of match.sides) side.lateFouls = 0;
  recorder.standAt(match.period, match.clockMs);
  for (const side of match.sides) {
    if (match.period === 1)
      recorder.record({ type: 'lineup-set', teamId: side.teamId, players: side.onCourt.map((player) => player.id) });
    else substitute(match, side);
  }
  recorder.record({ type: 'period-started', lengthMs: null });
  const targetFrom = Math.max(match.sides[0].score, match.sides[1].score);
  let start: Parameters<typeof playPossession>[1] = { ballTo: startBall(match), by: 'whistle' };
  while (match.clockMs !== 0 && !isTargetReached(match, targetFrom)) start = playPossession(match, start, targetFrom);
  if (rules.targetScore === null && match.clockMs !== null) play(match, match.clockMs);
  recorder.record({ type: 'period-ended' });
  recorder.record({ type: 'score-confirmed', home: match.sides[0].score, away: match.sides[1].score });
};

const isOver = (match: Match): boolean => {
  const isTied = match.sides[0].score === match.sides[1].score;
  return match.period >= match.rules.periods.count && !isTied;
};

/** A full log, from set-up to final, seqs 1…n. */
export const simulateGame = (game: GameToSimulate): readonly LoggedEvent[] => {
  const random = randomFrom(`game ${game.seed} ${game.ruleSet}`);
  const startsAtMs = game.startsAtMs ?? aSaturdayEveningMs;
  const rules = ruleSet(game.ruleSet, game.rules ?? {});
  const size = rules.playersOnCourt === 3 ? 4 : 12;
  const teams = [
    game.home ?? inventTeam(`home ${game.seed}`, size),
    game.away ?? inventTeam(`away ${game.seed}`, size),
  ] as const;
  const gameId = game.gameId ?? uuidAt<GameId>(startsAtMs, random);
  const recorder = makeRecorder({
    seed: game.seed,
    gameId,
    startsAtMs,
    ...(game.recordedBy === undefined ? {} : { recordedBy: game.recordedBy }),
  });
  const match: Match = {
    rules,
    manner: manners[game.ruleSet],
    random,
    recorder,
    sides: [makeSide(0, teams[0], rules.playersOnCourt), makeSide(1, teams[1], rules.playersOnCourt)],
    form: [random.around(0.008, 0.018), random.around(-0.008, 0.018)],
    period: 0,
    clockMs: null,
    elapsedMs: 0,
    arrow: null,
    mediaTimeoutsTaken: 0,
  };
  setUp(match, game, teams);
  recorder.wait(120_000);
  do {
    match.period += 1;
    playPeriod(match);
    recorder.wait(120_000);
  } while (!isOver(match));
  recorder.record({ type: 'game-finalized', score: { home: match.sides[0].score, away: match.sides[1].score } });
  return inLessDetail(recorder.log, game.level ?? 'full');
};
