/** A simulated game in progress: the one thing here that changes, and what everybody asks about it. */
import type { PlayerId, TeamId } from '../../src/game/ids.ts';
import type { FoulKind, RuleSet } from '../../src/rules/rule-set.ts';
import type { Random } from '../random.ts';
import type { Manner } from './manner.ts';
import type { Recorder } from './recorder.ts';
import { type Talent, talentOf } from './talent.ts';
import type { SimulatedTeam } from './team.ts';

export type SimulatedPlayer = {
  readonly id: PlayerId;
  readonly talent: Talent;
  /** Wished share of the game's time. */
  readonly share: number;
  readonly fouls: FoulKind[];
  personals: number;
  isOut: boolean;
  playedMs: number;
};

export type SimulatedSide = {
  readonly index: 0 | 1;
  readonly teamId: TeamId;
  readonly players: readonly SimulatedPlayer[];
  onCourt: SimulatedPlayer[];
  score: number;
  /** By period, index 0 = period 1. */
  readonly teamFouls: number[];
  lateFouls: number;
  coachTechnicals: number;
  readonly timeouts: { readonly period: number; readonly clockMs: number | null }[];
  hasChallenged: boolean;
  /** Points since the other side last scored. */
  unanswered: number;
};

export type Match = {
  readonly rules: RuleSet;
  readonly manner: Manner;
  readonly random: Random;
  readonly recorder: Recorder;
  readonly sides: readonly [SimulatedSide, SimulatedSide];
  /** Of this evening: added to shots made. */
  readonly form: readonly [number, number];
  period: number;
  /** null: untimed. */
  clockMs: number | null;
  elapsedMs: number;
  arrow: SimulatedSide | null;
  mediaTimeoutsTaken: number;
};

const sharesOfRotation = [0.82, 0.78, 0.76, 0.74, 0.7, 0.5, 0.42, 0.3, 0.18, 0.08, 0.05, 0.03];

export const makeSide = (index: 0 | 1, team: SimulatedTeam, playersOnCourt: number): SimulatedSide => {
  const shares = team.roster.map((_, position) => sharesOfRotation[position] ?? 0.02);
  const sum = shares.reduce((total, share) => total + share, 0);
  const players = team.roster.map((entry, position) => ({
    id: entry.playerId,
    talent: talentOf(entry.playerId, position),
    share: ((shares[position] ?? 0) / sum) * playersOnCourt,
    fouls: [],
    personals: 0,
    isOut: false,
    playedMs: 0,
  }));
  return {
    index,
    teamId: team.teamId,
    players,
    onCourt: players.slice(0, playersOnCourt),
    score: 0,
    teamFouls: [],
    lateFouls: 0,
    coachTechnicals: 0,
    timeouts: [],
    hasChallenged: false,
    unanswered: 0,
  };
};

export const otherSide = (match: Match, side: SimulatedSide): SimulatedSide => match.sides[side.index === 0 ? 1 : 0];

export const isOvertime = (match: Match): boolean => match.period > match.rules.periods.count;

export const periodLengthMs = ({ rules, period }: Pick<Match, 'rules' | 'period'>): number =>
  period > rules.periods.count ? rules.overtimeMs : rules.periods.lengthMs;

/** Time runs: on the clock, at the table, and for everybody on court. */
export const play = (match: Match, ms: number): void => {
  match.recorder.wait(ms);
  if (match.clockMs === null) return;
  const runMs = Math.min(ms, match.clockMs);
  match.clockMs -= runMs;
  match.elapsedMs += runMs;
  for (const side of match.sides) for (const player of side.onCourt) player.playedMs += runMs;
  match.recorder.standAt(match.period, match.clockMs);
};

export const score = (match: Match, side: SimulatedSide, points: number): void => {
  side.score += points;
  side.unanswered += points;
  otherSide(match, side).unanswered = 0;
};

/** Has a side reached the score that ends the game (3x3)? */
export const isTargetReached = (match: Match, atStartOfOvertime: number): boolean => {
  const { targetScore } = match.rules;
  if (targetScore === null) return false;
  const target = isOvertime(match) ? atStartOfOvertime + targetScore.overtime : targetScore.regular;
  return match.sides.some((side) => side.score >= target);
};
