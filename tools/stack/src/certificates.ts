/** The broker's certificate for SASL_SSL, made once by `keytool`, which comes with Java; clients trust it by its file. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Place } from './place.ts';
import { secretOf } from './secrets.ts';

const run = promisify(execFile);

export type Certificate = { readonly keystore: string; readonly password: string; readonly authority: string };

export const certificateOf = async (place: Place): Promise<Certificate> => {
  const [keystore, authority] = [place.inFolder('secrets/kafka.p12'), place.inFolder('secrets/kafka-ca.pem')];
  const password = secretOf(place, 'keystore');
  mkdirSync(place.inFolder('secrets'), { recursive: true });
  const storeIs = (path: string) => ['-keystore', path, '-storetype', 'PKCS12', '-storepass', password];
  if (!existsSync(keystore)) {
    const aside = `${keystore}.${process.pid}`;
    await run('keytool', [
      ...['-genkeypair', '-alias', 'kafka', '-keyalg', 'RSA', '-keysize', '2048', '-validity', '3650'],
      ...[
        '-dname',
        'CN=localhost',
        '-ext',
        'san=dns:localhost,dns:kafka,ip:127.0.0.1',
        '-ext',
        'bc:c',
        ...storeIs(aside),
      ],
    ]);
    renameSync(aside, keystore);
  }
  if (!existsSync(authority))
    await run('keytool', ['-exportcert', '-rfc', '-alias', 'kafka', '-file', authority, ...storeIs(keystore)]);
  return { keystore, password, authority };
};
