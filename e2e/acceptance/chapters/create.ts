/** A league with a season, two teams with their people (one of them of the young), a game and its scorers. */
import type { SimulatedTeam } from '@bball/engine/testing';
import { away, gameId, home, idOf, leagueId, type Scene, seasonId } from '../driver/scene.ts';

const givenNames = ['Ana', 'Bea', 'Cleo', 'Dora', 'Edith', 'Fay', 'Greta', 'Hanna', 'Ida', 'Jo', 'Kim', 'Lea'];
const familyNames = ['Ahn', 'Berg', 'Cruz', 'Diaz', 'Eder', 'Falk', 'Gallo', 'Haas', 'Ito', 'Jung', 'Kaya', 'Lund'];

const league = { name: 'Harbour League', shortName: 'HARB', ageGroup: 'adult', publishesVenues: true };
const hawks = { name: 'Harbour Hawks', shortName: 'HAW', colour: '#1f5fa8', ageGroup: 'adult', leagueId };
const lions = { name: 'River Lions', shortName: 'LIO', ageGroup: 'under-16', visibility: 'public', leagueId };
const game = {
  ...{ seasonId, homeTeamId: home.teamId, awayTeamId: away.teamId, visibility: 'public' },
  ...{ startsAt: '2026-01-10T18:00:00.000Z', venue: 'Harbour Hall' },
};

const makeTeam = async ({ get }: Scene, { teamId, roster }: SimulatedTeam, body: object, bornOn: string | null) => {
  await get('ada', 'PUT', `/v1/teams/${teamId}`, { body });
  for (const [at, { playerId, number }] of roster.entries()) {
    const personId = idOf(`person ${playerId}`);
    const person = { givenName: givenNames[at], familyName: familyNames[at], bornOn, teamId };
    await get('ada', 'PUT', `/v1/persons/${personId}`, { body: person });
    const spot = { number, position: at < 2 ? 'guard' : null, personId };
    await get('ada', 'PUT', `/v1/teams/${teamId}/roster/${playerId}`, { body: spot });
  }
  await get('ada', 'PUT', `/v1/seasons/${seasonId}/teams/${teamId}`);
};

export const create = async (scene: Scene): Promise<void> => {
  const { ask, get, persons } = scene;
  await get('ada', 'PUT', `/v1/leagues/${leagueId}`, { body: league });
  await get('ada', 'PUT', `/v1/leagues/${leagueId}`, { body: league });
  await ask('ada', 'PUT', `/v1/leagues/${leagueId}`, { body: { ...league, name: 'Another League' } });
  const season = { leagueId, name: '2026', startsOn: '2026-01-01', endsOn: '2026-06-30' };
  await get('ada', 'PUT', `/v1/seasons/${seasonId}`, { body: season });
  await makeTeam(scene, home, hawks, null);
  await makeTeam(scene, away, lions, '2012-05-30');
  await get('ada', 'PUT', `/v1/games/${gameId}`, { body: game });
  await ask('fay', 'PUT', `/v1/games/${idOf('not hers')}`, { body: game });
  for (const name of ['sam', 'kim'] as const) {
    await get('ada', 'PUT', `/v1/games/${gameId}/scorers/${persons.get(name)?.userId}`, { body: { covers: 'both' } });
    await get(name, 'PUT', `/v1/games/${gameId}/recorders/${idOf(`recorder ${name}`)}`, { body: {} });
  }
  await get('fay', 'PUT', `/v1/teams/${home.teamId}/members/${persons.get('fay')?.userId}`, {
    body: { role: 'follower' },
  });
};

/** What was made, as each of them may see it. */
export const lookAround = async ({ ask }: Scene): Promise<void> => {
  for (const who of ['ada', 'fay', 'anybody'] as const) {
    await ask(who, 'GET', `/v1/leagues/${leagueId}`);
    await ask(who, 'GET', `/v1/seasons/${seasonId}/teams`);
    await ask(who, 'GET', `/v1/teams/${away.teamId}/roster?limit=100`);
    await ask(who, 'GET', `/v1/games/${gameId}`);
    await ask(who, 'GET', `/v1/games?seasonId=${seasonId}`);
    await ask(who, 'GET', `/v1/games/${gameId}/card`);
  }
  await ask('ada', 'GET', `/v1/games/${gameId}/scorers`);
  await ask('fay', 'GET', `/v1/games/${gameId}/scorers`);
  await ask('anybody', 'GET', '/v1/public/games');
  await ask('anybody', 'GET', `/v1/public/games/${gameId}/card`);
};
