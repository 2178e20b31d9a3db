/** `node write-flink.ts folder`: Flink's settings and the JVM's flags for the image, from the rows that the stack uses too. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { innerPorts, partOf } from '../parts.ts';
import {
  configYaml,
  flinkAddressSettings,
  flinkJvm,
  flinkSettings,
  jobManagerJvm,
  taskManagerJvm,
} from '../settings/flink.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('say the folder to write to');
const addresses = {
  bind: '0.0.0.0',
  jobManager: 'jobmanager',
  rest: partOf('jobmanager').port ?? 0,
  rpc: innerPorts.flinkRpc,
  blob: innerPorts.flinkBlob,
  folder: '/flink',
};
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'config.yaml'), configYaml({ ...flinkSettings, ...flinkAddressSettings(addresses) }));
for (const [role, memory] of [
  ['jobmanager', jobManagerJvm],
  ['taskmanager', taskManagerJvm],
] as const)
  writeFileSync(join(folder, `${role}.flags`), [...memory, '-Dlog4j2.level=WARN', ...flinkJvm].join(' '));
