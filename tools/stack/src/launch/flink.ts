import { mkdirSync, writeFileSync } from 'node:fs';
import { jobEnvironment, loopback } from '../addresses.ts';
import type { Place } from '../place.ts';
import {
  configYaml,
  flinkAddressSettings,
  flinkJvm,
  flinkSettings,
  jobManagerJvm,
  taskManagerJvm,
} from '../settings/flink.ts';
import { type Launcher, pathOf, type Surroundings } from './launch.ts';

const runtime = 'org.apache.flink.runtime';

const writeConfig = (place: Place): string => {
  const folder = place.inFolder('flink');
  for (const name of ['conf', 'tmp', 'web', 'jars', 'checkpoints', 'savepoints'])
    mkdirSync(`${folder}/${name}`, { recursive: true });
  const addresses = {
    bind: loopback,
    jobManager: loopback,
    rest: place.port('jobmanager'),
    rpc: place.port('flinkRpc'),
    blob: place.port('flinkBlob'),
    folder,
  };
  const rows = { ...flinkSettings, ...flinkAddressSettings(addresses), 'taskmanager.host': loopback };
  writeFileSync(`${folder}/conf/config.yaml`, configYaml(rows));
  return `${folder}/conf`;
};

const launchFlink = async ({ place, installed }: Surroundings, main: string, memory: readonly string[]) => {
  const conf = writeConfig(place);
  const jars = `${await pathOf(installed, 'flink')}/*`;
  return {
    program: await pathOf(installed, 'java'),
    args: [...memory, '-Dlog4j2.level=WARN', ...flinkJvm, '-cp', jars, `${runtime}.${main}`, '--configDir', conf],
    // JAVET_DISABLE_PKU: V8 in the JVM stumbles over memory keys on some processors.
    env: { ...jobEnvironment(place), FLINK_CONF_DIR: conf, MALLOC_ARENA_MAX: '2', JAVET_DISABLE_PKU: '1' },
    cwd: place.inFolder('flink'),
  };
};

export const launchJobManager: Launcher = async (surroundings) =>
  launchFlink(surroundings, 'entrypoint.StandaloneSessionClusterEntrypoint', jobManagerJvm);

export const launchTaskManager: Launcher = async (surroundings) =>
  launchFlink(surroundings, 'taskexecutor.TaskManagerRunner', taskManagerJvm);
