import { mkdirSync } from 'node:fs';
import { loopback } from '../addresses.ts';
import { redisArguments } from '../settings/redis.ts';
import { type Launcher, pathOf } from './launch.ts';

export const launchRedis: Launcher = async ({ place, installed }) => {
  const folder = place.inFolder('redis');
  mkdirSync(folder, { recursive: true });
  return {
    program: await pathOf(installed, 'redis'),
    args: ['--bind', loopback, '--port', String(place.port('redis')), '--dir', folder, ...redisArguments()],
    cwd: folder,
  };
};
