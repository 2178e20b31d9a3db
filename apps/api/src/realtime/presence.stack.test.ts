/** Two API processes, one Redis: who keys at one is seen at the other (protocol.md §10). */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Clock, Presence } from '@bball/contracts';
import type { DeviceId, GameId } from '@bball/engine';
import { pendingElsewhere } from '@bball/sync';
import { startTestApi, type TestApi, type TestRedis, testRedis } from '@bball/test-kit';
import { eventually } from '../../testing/eventually.ts';
import { insertGame, simulated } from '../../testing/log-fixtures.ts';
import { makeCoach, type Person, signedIn } from '../../testing/people.ts';
import { connect, type LiveSocket } from '../../testing/viewer.ts';

/** Sooner than a beat. */
const soonMs = 3_000;

describe('presence over two processes', () => {
  let redis: TestRedis;
  let [one, two]: TestApi[] = [];
  let coach: Person;
  let gameId: GameId;
  const sockets: LiveSocket[] = [];

  before(async () => {
    redis = await testRedis();
    one = await startTestApi({ config: (config) => ({ ...config, redisUrl: redis.url }) });
    two = await startTestApi({ config: (config) => ({ ...config, redisUrl: redis.url }), beside: one });
    coach = await signedIn(one);
    const game = simulated('presence');
    gameId = game.gameId as GameId;
    await insertGame(one.database.pool, gameId, game.teamIds);
    await makeCoach(one, coach.userId, game.teamIds[0]);
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect();
  });
  after(async () => {
    await two?.stop();
    await one?.stop();
    await redis.close();
  });

  /** A pad or a coach at one of the processes, and what it was told last. */
  const staffAt = async (api: TestApi) => {
    const socket = connect(api.url, coach.token);
    sockets.push(socket);
    const told: { scorers: Presence['scorers']; clock: Clock | null; watching: number } = {
      scorers: [],
      clock: null,
      watching: 0,
    };
    socket.on('presence', ({ scorers }) => Object.assign(told, { scorers }));
    socket.on('clock', (clock) => Object.assign(told, { clock }));
    await eventually(async () => {
      const answer = await socket.timeout(5_000).emitWithAck('watch', { gameId, revision: 0, engineVersion: 0 });
      assert.ok('audience' in answer && answer.audience === 'staff');
    });
    const deviceId = randomUUID() as DeviceId;
    const says = (pendingCount: number): void =>
      void socket.emit('presence', { gameId, deviceId, role: 'scorer', pendingCount });
    return { socket, told, deviceId, says };
  };
  type Staff = Awaited<ReturnType<typeof staffAt>>;

  const sees = ({ told }: Staff, { deviceId }: Staff): number | null =>
    told.scorers.find((scorer) => scorer.deviceId === deviceId)?.pendingCount ?? null;

  test('two scorers see each other without waiting for a beat, and who finalizes is warned of what the other has not sent', async () => {
    const [ana, ben] = [await staffAt(one!), await staffAt(two!)];
    ana.says(3);
    ben.says(0);
    await eventually(() => assert.deepEqual([sees(ben, ana), sees(ana, ben)], [3, 0]), soonMs);
    const warned = pendingElsewhere(ben.told.scorers, ben.deviceId);
    assert.deepEqual(
      warned.map(({ deviceId, pendingCount }) => [deviceId, pendingCount]),
      [[ana.deviceId, 3]],
    );
    ana.says(0);
    await eventually(() => assert.deepEqual(pendingElsewhere(ben.told.scorers, ben.deviceId), []), soonMs);
  });

  test('who comes later is told who is there, and who leaves is gone', async () => {
    const ana = await staffAt(one!);
    ana.says(2);
    const ben = await staffAt(two!);
    await eventually(() => assert.equal(sees(ben, ana), 2), soonMs);
    ana.socket.disconnect();
    await eventually(() => assert.equal(sees(ben, ana), null), soonMs);
  });

  test('the clock of a pad runs at the other process, too', async () => {
    const [ana, ben] = [await staffAt(one!), await staffAt(two!)];
    ana.socket.emit('clock', { gameId, period: 2, clockMs: 431_500, isRunning: true });
    await eventually(() => assert.equal(ben.told.clock?.clockMs, 431_500), soonMs);
    assert.equal(ana.told.clock, null, 'it is not told to itself');
  });

  test('without Redis each process shows its own; back again, it heals within two beats', async () => {
    const [ana, carl, ben] = [await staffAt(one!), await staffAt(one!), await staffAt(two!)];
    await redis.kill();
    ana.says(4);
    await eventually(() => assert.deepEqual([sees(carl, ana), sees(ben, ana)], [4, null]), soonMs);
    await redis.start();
    await eventually(() => assert.equal(sees(ben, ana), 4), 15_000);
  });

  test('emptied, it is there again within two beats', async () => {
    const [ana, ben] = [await staffAt(one!), await staffAt(two!)];
    ana.says(5);
    await eventually(() => assert.equal(sees(ben, ana), 5), soonMs);
    await redis.client.flushall();
    await eventually(async () => assert.ok((await redis.client.keys('presence/1:*')).length > 0), 15_000);
    const late = await staffAt(two!);
    await eventually(() => assert.equal(sees(late, ana), 5), 15_000);
  });
});
