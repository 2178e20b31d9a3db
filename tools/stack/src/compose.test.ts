import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { inEnvironment } from './compose-secrets.ts';
import { type Part, parts } from './parts.ts';
import { projectFolder } from './place.ts';
import { brokerSettings } from './settings/kafka.ts';
import { postgresSettings } from './settings/postgres.ts';
import { redisArguments } from './settings/redis.ts';

type Service = {
  readonly image?: string;
  readonly build?: { readonly dockerfile: string };
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
};

const path = join(projectFolder, 'compose.yaml');
const { services } = parse(readFileSync(path, 'utf8'), { merge: true }) as { services: Record<string, Service> };
const serviceOf = ({ name }: Part): Service => services[name] ?? {};

test('compose.yaml is sound and in order', () => {
  execFileSync(join(projectFolder, 'node_modules/.bin/dclint'), ['--max-warnings', '0', path], { stdio: 'pipe' });
});

test('compose.yaml has exactly the parts of the stack, by the same images', () => {
  assert.deepEqual(Object.keys(services).sort(), parts.map(({ name }) => name).sort());
  for (const part of parts) {
    const { image, build } = serviceOf(part);
    if (typeof part.image === 'string') assert.equal(image, part.image);
    else {
      assert.equal(build?.dockerfile, part.image.build);
      assert.ok(existsSync(join(projectFolder, part.image.build)));
    }
  }
});

test('a part that people reach has the same port in both', () => {
  for (const part of parts.filter(({ port, name }) => port !== null && name !== 'kafka')) {
    const published = (serviceOf(part).ports ?? []).map((row) => row.split(':')[1]);
    assert.deepEqual(published, [String(part.port)], part.name);
  }
  // Kafka's plain door is for the parts alone; people come by SASL_SSL.
  assert.match(
    serviceOf({ name: 'kafka' } as Part).environment?.KAFKA_LISTENERS ?? '',
    /PLAINTEXT:\/\/0\.0\.0\.0:29092/,
  );
  assert.deepEqual(services.kafka?.ports, ['127.0.0.1:29094:29094']);
});

test('nothing is published beyond this machine', () => {
  for (const { ports } of Object.values(services)) for (const row of ports ?? []) assert.match(row, /^127\.0\.0\.1:/);
});

test('no part starts before what the stack has it wait for', () => {
  for (const part of parts)
    for (const needed of part.after)
      if (reached(part.name).has(needed) === false) assert.fail(`${part.name} does not wait for ${needed}`);
});

const reached = (name: string): ReadonlySet<string> => {
  const needs = Object.keys(services[name]?.depends_on ?? {});
  return new Set([...needs, ...needs.flatMap((need) => [...reached(need)])]);
};

test('broker, database and cache have the same settings', () => {
  const broker = services.kafka?.environment ?? {};
  for (const [setting, value] of Object.entries(brokerSettings)) assert.equal(broker[inEnvironment(setting)], value);
  const database = services.postgres?.command ?? [];
  for (const [name, value] of Object.entries(postgresSettings)) assert.ok(database.includes(`${name}=${value}`), name);
  assert.deepEqual(services.redis?.command?.slice(1), redisArguments());
});

test('the topics are made by the same program, for the same environment', () => {
  assert.deepEqual(services.topics?.command, ['tools/stack/src/topics/main.ts', 'local']);
});

test('images run as somebody without rights', () => {
  for (const file of ['apps/api/Dockerfile', 'jobs/live-stats/Dockerfile']) {
    const text = readFileSync(join(projectFolder, file), 'utf8');
    assert.match(text.slice(text.lastIndexOf('\nFROM ')), /\nUSER (?!root)\w+/);
  }
});
