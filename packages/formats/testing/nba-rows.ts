/** Hand-made rows of the NBA's live feed: BKN (1) at home against GSW (2); players 11…17 and 21…27. */
import type { Sources } from '../src/game-read.ts';

export type NbaRow = Readonly<Record<string, unknown>>;

export const home = 1;
export const away = 2;

const tricodes: Readonly<Record<number, string>> = { [home]: 'BKN', [away]: 'GSW' };

/** What every row has; `actionNumber` and `orderNumber` are given by the list. */
export const row = (actionType: string, fields: NbaRow = {}): NbaRow => {
  const teamId = fields.teamId as number | undefined;
  return {
    clock: 'PT10M00.00S',
    timeActual: '2026-01-01T00:00:00.0Z',
    period: 1,
    periodType: 'REGULAR',
    actionType,
    qualifiers: [],
    personId: 0,
    ...(teamId === undefined ? {} : { teamTricode: tricodes[teamId] }),
    ...fields,
  };
};

export const shot = (teamId: number, personId: number, fields: NbaRow = {}): NbaRow => row('2pt', { subType: 'Jump Shot', shotResult: 'Missed', teamId, personId, ...fields });

export const foul = (teamId: number, personId: number, fields: NbaRow = {}): NbaRow => row('foul', { subType: 'personal', teamId, personId, ...fields });

export const freeThrow = (teamId: number, personId: number, fields: NbaRow = {}): NbaRow => row('freethrow', { subType: '1 of 1', shotResult: 'Made', teamId, personId, ...fields });

export const substitution = (teamId: number, way: 'in' | 'out', personId: number, fields: NbaRow = {}): NbaRow => row('substitution', { subType: way, teamId, personId, ...fields });

export const period = (subType: 'start' | 'end', fields: NbaRow = {}): NbaRow => row('period', { subType, clock: subType === 'start' ? 'PT12M00.00S' : 'PT00M00.00S', ...fields });

export const playByPlay = (rows: readonly NbaRow[], gameId = '0022599999'): string =>
  JSON.stringify({
    game: {
      gameId,
      actions: rows.map((fields, index) => ({ actionNumber: index + 1, orderNumber: (index + 1) * 10_000, ...fields })),
    },
  });

const team = (teamId: number, teamCity: string, teamName: string) => ({
  teamId,
  teamName,
  teamCity,
  teamTricode: tricodes[teamId],
  players: [1, 2, 3, 4, 5, 6, 7].map((n) => ({
    personId: teamId * 10 + n,
    jerseyNum: String(n),
    name: `Player ${teamId}${n}`,
    starter: n <= 5 ? '1' : '0',
    played: '1',
  })),
});

export const roster = (gameId = '0022599999'): string =>
  JSON.stringify({
    game: {
      gameId,
      gameTimeUTC: '2026-01-01T00:00:00Z',
      homeTeam: team(home, 'Brooklyn', 'Nets'),
      awayTeam: team(away, 'Golden State', 'Warriors'),
    },
  });

export const sources = (rows: readonly NbaRow[], changes: Partial<Sources> = {}): Sources => ({
  playByPlay: playByPlay(rows),
  roster: roster(),
  shots: null,
  gameName: null,
  ...changes,
});
