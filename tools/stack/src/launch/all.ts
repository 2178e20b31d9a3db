import type { PartName } from '../parts.ts';
import { launchJobManager, launchTaskManager } from './flink.ts';
import { launchKafka } from './kafka.ts';
import type { Launcher } from './launch.ts';
import { launchApi, launchBalancer, launchJob, launchTopics } from './node.ts';
import { launchPostgres } from './postgres.ts';
import { launchRedis } from './redis.ts';
import { launchS3 } from './s3.ts';

export const launchers: { readonly [Name in PartName]: Launcher } = {
  postgres: launchPostgres,
  redis: launchRedis,
  kafka: launchKafka,
  topics: launchTopics,
  s3: launchS3,
  jobmanager: launchJobManager,
  taskmanager: launchTaskManager,
  'api-1': launchApi(1),
  'api-2': launchApi(2),
  job: launchJob,
  balancer: launchBalancer,
};
