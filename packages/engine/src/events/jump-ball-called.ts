/** jump-ball-called: a toss, or the arrow, or a rule. Source: events.md POS-1, POS-7; FIBA Art. 12. */
import type { Doer } from '../game/doer.ts';
import { type Effect, flag } from '../game/effects.ts';
import type { Floor } from '../game/floor.ts';
import type { PlayerId, TeamId } from '../game/ids.ts';
import { otherSide, type SideIndex } from '../game/side.ts';
import type { PlayBase } from './base.ts';
import type { Fold } from './fold.ts';

export const jumpBallReasons = [
  'period-start',
  'held-ball',
  'lodged-ball',
  'out-of-bounds',
  'double-violation',
] as const;
export type JumpBallReason = (typeof jumpBallReasons)[number];

export const jumpBallDecisions = ['toss', 'arrow', 'rule'] as const;
export type JumpBallDecision = (typeof jumpBallDecisions)[number];

export type JumpBallCalled = PlayBase<'jump-ball-called'> & {
  readonly reason: JumpBallReason | null;
  readonly decidedBy: JumpBallDecision | null;
  /** The team that gets the ball. */
  readonly teamId: TeamId | null;
  /** Who recovers it. */
  readonly by: Doer;
  readonly jumpers: { readonly home: PlayerId | null; readonly away: PlayerId | null };
};

const isOpeningToss = (play: JumpBallCalled, { state }: Floor): boolean =>
  state.period === 1 && state.arrow === null && play.decidedBy !== 'arrow' && play.decidedBy !== 'rule';

/** Who gets the ball: as said, else by the arrow, else (3x3) the defence. */
const winner = (play: JumpBallCalled, floor: Floor): SideIndex | null => {
  const said = floor.sideOfTeam(play.teamId);
  if (said !== null) return said;
  if (play.decidedBy === 'arrow') return floor.state.arrow;
  const { possession } = floor.state;
  return play.decidedBy === 'rule' && possession !== null ? otherSide(possession.side) : null;
};

/** POS-7: after the toss to the side that did not get the ball; each use flips it. */
const arrow = (play: JumpBallCalled, floor: Floor, side: SideIndex): Effect[] => {
  if (floor.rules.possession !== 'arrow') return [];
  if (isOpeningToss(play, floor)) return [{ does: 'arrow', side: otherSide(side) }];
  if (play.decidedBy === 'toss' || play.decidedBy === 'rule') return [];
  const differs = floor.state.arrow !== null && floor.state.arrow !== side;
  const turned: Effect = { does: 'arrow', side: otherSide(side) };
  return differs ? [flag('arrow-differs', { side }), turned] : [turned];
};

export const foldJumpBall: Fold<JumpBallCalled> = (play, floor) => {
  const side = winner(play, floor);
  if (side === null) return play.teamId === null ? [] : [flag('unknown-team')];
  const effects: Effect[] = arrow(play, floor, side);
  if (floor.state.openMiss !== null) effects.push({ does: 'settle-miss' });
  effects.push({ does: 'gain-ball', side, afterTurnover: false });
  return effects;
};
