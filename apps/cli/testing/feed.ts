/** A made-up game as the NBA's live feed has it: two quarters of a few plays, six players a side. */
const home = 1;
const away = 2;

const row = (actionType: string, clock: string, fields: Readonly<Record<string, unknown>>) => ({
  actionType,
  clock: `PT${clock.replace(':', 'M')}.00S`,
  period: 1,
  personId: 0,
  qualifiers: [],
  timeActual: '2026-01-01T00:00:00.0Z',
  ...fields,
});

const actions = [
  row('period', '12:00', { subType: 'start' }),
  row('2pt', '11:00', {
    subType: 'Layup',
    shotResult: 'Made',
    teamId: home,
    personId: 11,
    assistPersonId: 12,
    scoreHome: '2',
    scoreAway: '0',
  }),
  row('3pt', '10:00', { subType: 'Jump Shot', shotResult: 'Missed', teamId: away, personId: 21 }),
  row('rebound', '09:58', { subType: 'defensive', teamId: home, qualifiers: ['team'] }),
  row('turnover', '09:40', { subType: 'shot clock', teamId: home }),
  row('substitution', '06:00', { subType: 'out', teamId: away, personId: 25 }),
  row('substitution', '06:00', { subType: 'in', teamId: away, personId: 26 }),
  row('foul', '05:00', {
    subType: 'personal',
    descriptor: 'shooting',
    teamId: home,
    personId: 13,
    foulDrawnPersonId: 26,
    qualifiers: ['2freethrow'],
  }),
  row('freethrow', '05:00', { subType: '1 of 2', shotResult: 'Made', teamId: away, personId: 26 }),
  row('freethrow', '05:00', { subType: '2 of 2', shotResult: 'Made', teamId: away, personId: 26 }),
  row('period', '00:00', { subType: 'end' }),
  row('period', '12:00', { subType: 'start', period: 2 }),
  row('3pt', '08:00', { subType: 'Jump Shot', shotResult: 'Made', teamId: home, personId: 14, period: 2 }),
  row('game', '00:00', { subType: 'end', period: 2, scoreHome: '5', scoreAway: '2' }),
];

export const playByPlay = JSON.stringify({
  game: {
    gameId: '0022599999',
    actions: actions.map((action, index) => ({ actionNumber: index + 1, orderNumber: index + 1, ...action })),
  },
});

const team = (teamId: number, teamName: string) => ({
  teamId,
  teamCity: 'Old',
  teamName,
  teamTricode: teamName.slice(0, 3).toUpperCase(),
  players: [1, 2, 3, 4, 5, 6, 7].map((n) => ({
    personId: teamId * 10 + n,
    name: `Given${n} ${teamName}`,
    jerseyNum: String(n),
    starter: n <= 5 ? '1' : '0',
    position: 'SF',
  })),
});

export const roster = JSON.stringify({
  game: { gameId: '0022599999', homeTeam: team(home, 'Bears'), awayTeam: team(away, 'Wolves') },
});
