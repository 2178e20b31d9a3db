import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { loopback } from '../addresses.ts';
import { certificateOf } from '../certificates.ts';
import { secretOf } from '../secrets.ts';
import { leanJvm, warmsUpSoon } from '../settings/flink.ts';
import { addressSettings, brokerSettings, properties, secretSettings } from '../settings/kafka.ts';
import { type Launcher, pathOf } from './launch.ts';

const run = promisify(execFile);

/** Enough for a laptop: a broker of 200 MB. */
const heap = ['-Xms96m', '-Xmx192m'];

/** What `StorageTool random-uuid` would say, without a JVM for it; the first byte is small, so that no id begins like an option. */
const clusterId = (): string => {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0] ?? 0) & 0x7f;
  return bytes.toString('base64url');
};

export const launchKafka: Launcher = async ({ place, installed }) => {
  const [java, jars] = [await pathOf(installed, 'java'), `${await pathOf(installed, 'kafka')}/*`];
  const { keystore, password } = await certificateOf(place);
  const [home, logs] = [place.inFolder('kafka'), place.inFolder('kafka/logs')];
  mkdirSync(home, { recursive: true });
  const settings = place.inFolder('kafka/server.properties');
  const addresses = {
    bind: loopback,
    host: loopback,
    plain: place.port('kafka'),
    controller: place.port('kafkaController'),
    saslSsl: place.port('kafkaSaslSsl'),
  };
  const rows = {
    ...brokerSettings,
    ...addressSettings(addresses),
    // The certificate names localhost; Node's TLS wants a name for SNI, not an address.
    'advertised.listeners': `PLAINTEXT://${loopback}:${addresses.plain},SASL_SSL://localhost:${addresses.saslSsl}`,
    ...secretSettings({ keystore, keystorePassword: password, password: secretOf(place, 'kafka') }),
    'log.dirs': logs,
  };
  writeFileSync(settings, properties(rows), { mode: 0o600 });
  const jvm = ['-Dlog4j2.level=WARN', warmsUpSoon, ...leanJvm];
  if (!existsSync(`${logs}/meta.properties`)) {
    const tool = [...jvm, '-cp', jars, 'kafka.tools.StorageTool'];
    const id = clusterId();
    await run(java, [...tool, 'format', '--standalone', '-t', id, '-c', settings]);
    if (!readFileSync(`${logs}/meta.properties`, 'utf8').includes(id)) throw new Error('Kafka was not formatted');
  }
  return { program: java, args: [...heap, ...jvm, '-cp', jars, 'kafka.Kafka', settings], cwd: home };
};
