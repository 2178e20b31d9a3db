/** Hand-made rows of FIBA LiveStats: team 1 at home against team 2, players 1…7 each. Given oldest first; the file has the newest first. */
import type { Sources } from '../src/game-read.ts';

export type FibaRow = Readonly<Record<string, unknown>>;

/** `row('2pt', '1-4', {…})`: team and player; '1-0' is the team itself, '' neither. */
export const row = (actionType: string, who: string, fields: FibaRow = {}): FibaRow => {
  const [tno = '0', pno = '0'] = who.split('-');
  return {
    clock: '09:00:00',
    period: 1,
    periodType: 'REGULAR',
    tno: Number(tno || 0),
    pno: Number(pno),
    success: 1,
    actionType,
    subType: '',
    previousAction: '',
    qualifier: [],
    s1: 0,
    s2: 0,
    ...fields,
  };
};

const team = (number: 1 | 2, changes: FibaRow) => ({
  name: number === 1 ? 'Devils' : 'Angels',
  code: number === 1 ? 'DEV' : '',
  pl: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [String(n), { firstName: `First${n}`, familyName: `Last${number}`, shirtNumber: String(n), starter: n <= 5 ? 1 : 0, playingPosition: 'G' }])),
  ...changes,
});

export type Extras = { readonly game?: FibaRow; readonly home?: FibaRow; readonly away?: FibaRow };

/** A row without its own `actionNumber` gets its position, from 1. */
export const file = (rows: readonly FibaRow[], { game = {}, home = {}, away = {} }: Extras = {}): string =>
  JSON.stringify({
    periodsMax: 4,
    periodLengthREGULAR: 10,
    periodLengthOVERTIME: 5,
    tm: { 1: team(1, home), 2: team(2, away) },
    pbp: rows.map((fields, index) => ({ actionNumber: index + 1, ...fields })).reverse(),
    ...game,
  });

export const sources = (rows: readonly FibaRow[], extras: Extras = {}): Sources => ({
  playByPlay: file(rows, extras),
  roster: null,
  shots: null,
  gameName: 'test',
});
