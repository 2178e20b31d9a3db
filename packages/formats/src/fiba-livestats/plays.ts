/**
 * FIBA LiveStats rows as our plays: which function makes which type of action.
 * Source: events.md §7, games/NOTES.
 */
import { member, refuseAt } from '../json-value.ts';
import { lookUp } from '../look-up.ts';
import type { PlayDraft } from '../play-draft.ts';
import * as ball from './ball-plays.ts';
import type { Make, Reading } from './reading.ts';
import type { Row } from './row.ts';
import * as whistle from './whistle-plays.ts';
import { silentTypes } from './words-table.ts';

const nothing: Make = () => [];

const makers: Readonly<Record<string, Make>> = {
  ...Object.fromEntries(silentTypes.map((type) => [type, nothing])),
  '2pt': ball.shot,
  '3pt': ball.shot,
  freethrow: ball.freeThrow,
  rebound: ball.rebound,
  turnover: ball.turnover,
  foul: whistle.foul,
  substitution: whistle.substitution,
  jumpball: whistle.jumpBall,
  timeout: whistle.timeout,
  headcoachchallenge: whistle.challenge,
  challenge: whistle.challenge,
  period: whistle.period,
  game: whistle.game,
};

export const playsOf = (reading: Reading, row: Row): readonly PlayDraft[] => {
  const make = lookUp(makers, row.type);
  if (make === undefined) {
    return refuseAt(member(row.json, 'actionType'), 'unknown-word', `no such type of action: "${row.type}"`);
  }
  return make(reading, row).map((body, n) => ({
    key: n === 0 ? row.key : `${row.key}+${n}`,
    row: row.number,
    period: row.period,
    clockMs: row.clockMs,
    recordedAt: null,
    body,
    foulKey: reading.links.foulOf.get(row.index) ?? null,
  }));
};
