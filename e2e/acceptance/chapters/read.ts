/** Everything that can be read of a game, by everybody who may and who may not, at both doors; and the log in pages. */
import assert from 'node:assert/strict';
import { gameId, home, type Scene, seasonId } from '../driver/scene.ts';
import { finalHead } from './finish.ts';

const player = home.roster[0]?.playerId;
const reads = [
  '/live',
  '/box-score',
  '/play-by-play',
  '/shot-chart',
  '/lineups',
  '/card',
  `/numbers/${player}/pts`,
  `/numbers/${home.teamId}/reb`,
  '/numbers/nobody/pts',
  `/numbers/${player}/guts`,
];

export const readAll = async ({ ask }: Scene): Promise<void> => {
  for (const read of reads) {
    await ask('anybody', 'GET', `/v1/public/games/${gameId}${read}`);
    for (const who of ['ada', 'sam', 'fay', 'anybody'] as const) await ask(who, 'GET', `/v1/games/${gameId}${read}`);
  }
  await ask('anybody', 'GET', '/v1/public/games/00000000-0000-7000-8000-000000000000/live');
};

/** Who names a revision gets at least that one; who has it already gets no body. */
export const readConditionally = async ({ ask, rest }: Scene): Promise<void> => {
  for (const read of ['/live', '/box-score', '/lineups']) {
    const path = `/v1/public/games/${gameId}${read}`;
    await ask('anybody', 'GET', `${path}?atLeast=${finalHead}`);
    await ask('anybody', 'GET', `${path}?atLeast=${finalHead + 1}`);
    const etag = (await rest('GET', path)).headers.get('etag') ?? '';
    const known = await ask('anybody', 'GET', path, { headers: { 'if-none-match': etag } });
    assert.equal(known.status, 304);
    await ask('anybody', 'GET', path, { headers: { 'if-none-match': '"0-0"' } });
  }
};

export const readLog = async ({ ask }: Scene): Promise<void> => {
  for (let after = 0; after <= finalHead; after += 100)
    await ask('sam', 'GET', `/v1/games/${gameId}/events?after=${after}&limit=100`);
  await ask('fay', 'GET', `/v1/games/${gameId}/events`);
  await ask('anybody', 'GET', `/v1/games/${gameId}/events`);
};

/** Lists, page by page. */
export const readLists = async ({ ask }: Scene): Promise<void> => {
  await ask('anybody', 'GET', `/v1/public/games?seasonId=${seasonId}&limit=1`);
  await ask('fay', 'GET', '/v1/games?scope=mine');
  await ask('ada', 'GET', '/v1/teams?scope=mine');
  await ask('ada', 'GET', `/v1/teams/${home.teamId}/members`);
  await ask('anybody', 'GET', `/v1/teams/${home.teamId}/seasons`);
};
