import { after, before, describe } from 'node:test';
import type { GameId } from '@bball/engine';
import { randomFrom, uuidAt } from '@bball/engine/testing';
import { type TestDatabase, testDatabase } from '@bball/test-kit';
import { insertGames, sqlStore } from '../testing/model/sql-store.ts';
import { storeSuite } from '../testing/model/store-suite.ts';

describe('A-3…8, K-1, W-1, W-2: append_events and write_game_result', () => {
  const random = randomFrom('log store in SQL');
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  const newGame = async (): Promise<GameId> => {
    const gameId = uuidAt<GameId>(1_795_000_000_000, random);
    await insertGames(database.pool, [gameId]);
    return gameId;
  };
  storeSuite('PostgreSQL', () => ({ store: sqlStore(database.pool), newGame }), 60);
});
