/**
 * @bball/test-kit: what tests need that touches the world. It starts the same parts as the programs do, so it is the one package
 * that looks upwards at an app; nothing but tests may import it.
 */
export { canariesIn, canaryName } from './canary.ts';
export { startTestApi, type TestApi, type TestApiOptions } from './test-api.ts';
export { startTestBroker, type TestBroker } from './test-broker.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
export { type TestRedis, testRedis } from './test-redis.ts';
export { startTestReplica, type TestReplica } from './test-replica.ts';
export type { TestUser, TestUserOptions } from './test-user.ts';
