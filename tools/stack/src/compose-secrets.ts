/** What compose.yaml needs and nobody should share: passwords into `.env`, the broker's certificate and user into `.data/compose`. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateOf } from './certificates.ts';
import { placeOf, projectFolder } from './place.ts';
import { secretOf } from './secrets.ts';
import { secretSettings } from './settings/kafka.ts';

/** How the image apache/kafka takes a setting from its environment. */
export const inEnvironment = (setting: string): string =>
  `KAFKA_${setting.replaceAll('_', '__').replaceAll('.', '_').toUpperCase()}`;

export const makeComposeSecrets = async (): Promise<readonly string[]> => {
  const place = placeOf({ folder: '.data/compose' });
  const { keystore, password } = await certificateOf(place);
  // The image wants the password of the store in a file beside it, whose name stands in compose.yaml.
  const files = place.inFolder('mounted');
  mkdirSync(files, { recursive: true });
  copyFileSync(keystore, join(files, 'kafka.p12'));
  writeFileSync(join(files, 'keystore'), password);
  const rows = secretSettings({ keystore, keystorePassword: password, password: secretOf(place, 'kafka') });
  const user = 'listener.name.sasl_ssl.plain.sasl.jaas.config';
  writeFileSync(place.inFolder('kafka.env'), `${inEnvironment(user)}=${rows[user]}\n`, { mode: 0o600 });
  const env = join(projectFolder, '.env');
  if (existsSync(env)) return [files, place.inFolder('kafka.env')];
  const database = secretOf(place, 'database');
  writeFileSync(env, `DATABASE_PASSWORD=${database}\nS3_SECRET=${secretOf(place, 's3')}\n`, { mode: 0o600 });
  return [files, place.inFolder('kafka.env'), env];
};
