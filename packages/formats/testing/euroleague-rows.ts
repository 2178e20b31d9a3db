/** Hand-made rows of the EuroLeague's feed: AAA (A, at home) against BBB (B); players PA1…PA7 and PB1…PB7, padded as in the feed. */
import type { Sources } from '../src/game-read.ts';

export type EuroleagueRow = Readonly<Record<string, unknown>>;

/** `row('2FGM', 'PA1', '09:30')`: the team is in the player's name; `'A'` alone is the team. */
export const row = (word: string, who: string, clock: string, fields: EuroleagueRow = {}): EuroleagueRow => {
  const side = who.includes('A') ? 'AAA' : who.includes('B') ? 'BBB' : '';
  return {
    TYPE: 0,
    CODETEAM: side.padEnd(10),
    PLAYER_ID: (who.length > 1 ? who : '').padEnd(10),
    PLAYTYPE: word,
    PLAYER: who.length > 1 ? `LAST, ${who}` : null,
    DORSAL: who.length > 1 ? who.slice(2) : null,
    MINUTE: 1,
    MARKERTIME: clock,
    POINTS_A: null,
    POINTS_B: null,
    ...fields,
  };
};

export const begin = row('BP', '', '');
export const end = row('EP', '', '');
export const gameEnd = row('EG', '', '');

export type Quarters = readonly (readonly EuroleagueRow[])[];

const names = ['FirstQuarter', 'SecondQuarter', 'ThirdQuarter', 'ForthQuarter', 'ExtraTime'];

/** Up to five lists: four quarters and extra time. Numbers run on unless a row says its own. */
export const playByPlay = (quarters: Quarters): string => {
  let number = 0;
  const lists = names.map((name, index) => {
    const rows = (quarters[index] ?? []).map((fields) => ({ NUMBEROFPLAY: ++number, ...fields }));
    return [name, rows] as const;
  });
  return JSON.stringify({
    Live: false,
    TeamA: 'Alpha',
    TeamB: 'Beta',
    CodeTeamA: 'AAA       ',
    CodeTeamB: 'BBB       ',
    ...Object.fromEntries(lists),
  });
};

const sheet = (side: 'A' | 'B') => ({
  Team: side,
  PlayersStats: [1, 2, 3, 4, 5, 6, 7].map((n) => ({
    Player_ID: `P${side}${n}`.padEnd(10),
    IsStarter: n <= 5 ? 1 : 0,
    Team: side.repeat(3),
    Dorsal: String(n),
    Player: `LAST, P${side}${n}`,
  })),
});

export const roster = (order: readonly ('A' | 'B')[] = ['A', 'B']): string => JSON.stringify({ Stats: order.map(sheet) });

export const sources = (quarters: Quarters, changes: Partial<Sources> = {}): Sources => ({
  playByPlay: playByPlay(quarters),
  roster: roster(),
  shots: null,
  gameName: 'test',
  ...changes,
});
