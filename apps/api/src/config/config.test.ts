import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, isLocalOnly, readConfig } from './index.ts';

test('no variable at all gives the embedded profile on loopback with the demo', () => {
  const config = readConfig({}, '/project');
  assert.deepEqual(config.database, { kind: 'embedded' });
  assert.deepEqual([config.http.host, config.http.port, config.demo.isOn], ['127.0.0.1', 3000, true]);
  assert.equal(config.dataFolder, '/project/.data');
  assert.ok(isLocalOnly(config));
});

test('everything that is wrong is said at once', () => {
  assert.throws(
    () => readConfig({ PORT: 'many', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' }, '/project'),
    (error) =>
      error instanceof ConfigError &&
      ['PORT', 'DATABASE_URL', 'LOG_LEVEL'].every((name) => error.message.includes(name)),
  );
});

test('a server reached from elsewhere has no demo and no mailbox', () => {
  const config = readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'http://gym.local:3000/' }, '/project');
  assert.deepEqual([config.demo.isOn, isLocalOnly(config)], [false, false]);
  assert.equal(config.http.publicUrl, 'http://gym.local:3000');
  assert.throws(() => readConfig({ HOST: '0.0.0.0' }, '/project'), /PUBLIC_URL: needed when HOST/);
  assert.equal(isLocalOnly(readConfig({ DATABASE_URL: 'postgres://x/y' }, '/project')), false);
});

test('the value is frozen through and through', () => {
  const config = readConfig({}, '/project');
  assert.throws(() => Object.assign(config.limits.signIn, { points: 1_000 }), TypeError);
});
