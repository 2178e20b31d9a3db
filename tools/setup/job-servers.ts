/** The servers that the tests of the job talk to: PostgreSQL with our tables, Redis, Kafka by its SASL_SSL door. */
import { migrate, migrationsFolder, readMigrations } from '@bball/api/migrations';
import { loopback, saslEnvironment } from '@bball/stack/addresses';
import { startParts } from '@bball/stack/testing/some-parts';
import pg from 'pg';
import { withDatabase } from './database.ts';

const shift = 3_000;

/** The variables of the job itself, each behind `TEST_`: what runs beside a real job must not write to its servers. */
export const withJobServers = <Value>(work: (env: Record<string, string>) => Promise<Value>): Promise<Value> =>
  withDatabase(async (url) => {
    await makeTables(url);
    const { place, stop } = await startParts({ parts: ['redis', 'kafka'], shift });
    const redis = { REDIS_URL: `redis://${loopback}:${place.port('redis')}` };
    try {
      return await work(forTests({ ...saslEnvironment(place), ...redis, ...jdbc(url) }));
    } finally {
      await stop();
    }
  });

const makeTables = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await migrate(client, await readMigrations(migrationsFolder));
  } finally {
    await client.end();
  }
};

const jdbc = (url: string) => {
  const { host, pathname, username, password } = new URL(url);
  return {
    DATABASE_JDBC_URL: `jdbc:postgresql://${host}${pathname}`,
    DATABASE_USER: username,
    DATABASE_PASSWORD: password,
  };
};

const forTests = (variables: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [`TEST_${name}`, value]));
