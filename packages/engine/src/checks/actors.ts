/**
 * Doubts about who did it, common to every play with a doer: is the person on the sheet, on court, still allowed to play, on the right side.
 * Source: events.md §3 (flags common to every play with a doer), §6, LIN-3.
 */
import { isNobodysAttempt } from '../events/field-goal-attempted.ts';
import type { Play, PlayType } from '../events/index.ts';
import { isPlayer } from '../game/doer.ts';
import { type Effect, flag } from '../game/effects.ts';
import { type Floor, hasMark, isOut, isTracked } from '../game/floor.ts';
import type { PlayerId } from '../game/ids.ts';
import { mark } from '../game/line.ts';
import { otherSide, type SideIndex } from '../game/side.ts';

type Role = {
  readonly field: 'by' | 'assistedBy' | 'blockedBy' | 'stolenBy' | 'drawnBy';
  readonly side: 'own' | 'other';
};

const by: Role = { field: 'by', side: 'own' };

/** Who acts in a play, and on which side; a play without a row has nobody who must be on court. */
const roles: { readonly [T in PlayType]?: readonly Role[] } = {
  'field-goal-attempted': [by, { field: 'assistedBy', side: 'own' }, { field: 'blockedBy', side: 'other' }],
  'free-throw-attempted': [by, { field: 'assistedBy', side: 'own' }],
  'rebound-taken': [by],
  'turnover-committed': [by, { field: 'stolenBy', side: 'other' }],
  'foul-committed': [by, { field: 'drawnBy', side: 'other' }],
};

type Acting = Play & { readonly by?: unknown; readonly [field: string]: unknown };

const ofPlayer = (floor: Floor, side: SideIndex, player: PlayerId, isHelper: boolean): Effect[] => {
  const sheetSide = floor.sideOfPlayer(player);
  if (sheetSide === null) return [flag('unknown-player', { side, player })];
  if (sheetSide !== side) return [flag(isHelper ? 'own-helper' : 'unknown-player', { side, player })];
  const effects: Effect[] = [];
  const row = floor.rowOf(side, player);
  if (!floor.isListed(player)) effects.push(flag('unlisted-player', { side, player }));
  if (row === null) return effects;
  if (floor.state.onCourt[side] !== null && !hasMark(floor.state, row, mark.isOnCourt))
    effects.push(flag('not-on-court', { side, player }));
  if (isOut(floor, row)) effects.push(flag('fouled-out-player-acts', { side, player }));
  return effects;
};

/** LIN-3: the five are needed now; said once until the line-up changes. */
const wrongNumber = (floor: Floor, side: SideIndex): Effect[] => {
  const five = floor.state.onCourt[side];
  if (five === null || five.length === floor.rules.playersOnCourt || floor.state.isWrongNumberFlagged[side]) return [];
  return [flag('wrong-number-on-court', { side, detail: { count: five.length } })];
};

/** Who it was is asked where players are tracked, and where it is anybody's at all. */
const isOpenQuestion = (play: Play, floor: Floor, side: SideIndex): boolean =>
  isTracked(floor, side, 'scorers') && !(play.type === 'field-goal-attempted' && isNobodysAttempt(play, floor));

const none: readonly Effect[] = [];

export const actorDoubts = (play: Play, floor: Floor, side: SideIndex | null): readonly Effect[] => {
  const acting = roles[play.type];
  if (acting === undefined || side === null) return none;
  const effects: Effect[] = [];
  for (const { field, side: of } of acting) {
    const who = (play as Acting)[field] as Parameters<typeof isPlayer>[0];
    const isHelper = field !== 'by';
    if (who === null && !isHelper && isOpenQuestion(play, floor, side)) effects.push(flag('unassigned', { side }));
    if (who === undefined || !isPlayer(who)) continue;
    const found = ofPlayer(floor, of === 'own' ? side : otherSide(side), who, isHelper);
    if (found.length > 0) effects.push(...found);
    if (isHelper && who === (play as Acting).by) effects.push(flag('own-helper', { side, player: who }));
  }
  const missing = wrongNumber(floor, side);
  effects.push(...missing);
  return effects;
};
