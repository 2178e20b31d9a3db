import { after, before, describe, test } from 'node:test';
import { type TestDatabase, testDatabase } from '@bball/test-kit';
import { modelGames, runModel } from '../testing/model/run.ts';
import { insertGames, sqlStore } from '../testing/model/sql-store.ts';

const runs = 40;

describe('the model on the real SQL', () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());

  test(`I-24: ${runs} runs of the model hold on append_events and write_game_result as on their twin`, async () => {
    for (let seed = 1; seed <= runs; seed++) {
      const games = modelGames(seed);
      await insertGames(database.pool, games);
      await runModel({ seed, games, steps: 120, store: sqlStore(database.pool) }).catch((broken: Error) => {
        throw new Error(`seed ${seed}: ${broken.message}`, { cause: broken });
      });
      await database.pool.query('delete from outbox');
    }
  });
});
