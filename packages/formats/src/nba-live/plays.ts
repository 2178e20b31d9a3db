/**
 * The live feed's rows as our plays: which function makes which type of action.
 * Source: events.md §7, games/NOTES.
 */
import { member, refuseAt } from '../json-value.ts';
import { lookUp } from '../look-up.ts';
import type { PlayDraft } from '../play-draft.ts';
import type { Action } from './action.ts';
import * as ball from './ball-plays.ts';
import type { Make, Reading } from './reading.ts';
import * as whistle from './whistle-plays.ts';
import { silentTypes } from './words-table.ts';

const nothing: Make = () => [];

const playsByType: Readonly<Record<string, Make>> = {
  ...Object.fromEntries(silentTypes.map((type) => [type, nothing])),
  '2pt': ball.shot,
  '3pt': ball.shot,
  heave: ball.shot,
  freethrow: ball.freeThrow,
  rebound: ball.rebound,
  turnover: ball.turnover,
  foul: whistle.foul,
  violation: whistle.violation,
  jumpball: whistle.jumpBall,
  timeout: whistle.timeout,
  instantreplay: whistle.replay,
  replay: whistle.replay,
  ejection: whistle.ejection,
  substitution: whistle.substitution,
  period: whistle.period,
};

export const playsOf = (reading: Reading, action: Action): readonly PlayDraft[] => {
  const make = lookUp(playsByType, action.type);
  if (make === undefined) {
    return refuseAt(member(action.json, 'actionType'), 'unknown-word', `no such type of action: "${action.type}"`);
  }
  return make(reading, action).map((body, n) => ({
    key: n === 0 ? action.key : `${action.key}+${n}`,
    row: action.number,
    period: action.period,
    clockMs: action.clockMs,
    recordedAt: action.recordedAt,
    body,
    foulKey: reading.links.foulOf.get(action.index) ?? null,
  }));
};
