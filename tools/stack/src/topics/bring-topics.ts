/**
 * Makes the topics of an environment, and brings the settings of those that are there in line. Repeating it changes nothing.
 * The number of partitions of an existing topic is never changed: a key would move to another one and lose its order.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Topic, type TopicEnvironment, topicsOf } from '@bball/contracts';
import {
  Admin,
  type AdminOptions,
  ConfigResourceTypes,
  IncrementalAlterConfigOperationTypes,
} from '@platformatic/kafka';

export type Brought = { readonly made: readonly string[]; readonly kept: readonly string[] };

const withAdmin = async <Value>(connection: AdminOptions, work: (admin: Admin) => Promise<Value>): Promise<Value> => {
  const admin = new Admin(connection);
  try {
    return await work(admin);
  } finally {
    await admin.close();
  }
};

const patienceMs = 30_000;
const againMs = 500;

const make = (admin: Admin, { name, partitions, replicas, settings }: Topic) =>
  admin.createTopics({
    topics: [name],
    partitions,
    replicas,
    configs: Object.entries(settings).map(([setting, value]) => ({ name: setting, value })),
  });

/** A broker that has just come up answers before it counts itself as one on which a topic can lie. */
const makePatiently = async (admin: Admin, topic: Topic): Promise<void> => {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      await make(admin, topic);
      return;
    } catch (error) {
      // It may have been made all the same, with the answer lost.
      if ((await admin.listTopics()).includes(topic.name)) return;
      if (performance.now() > deadline) throw error;
      await pause(againMs);
    }
  }
};

/** What the controller has made, a broker lists a moment later. */
const areListed = async (admin: Admin, topics: readonly Topic[]): Promise<void> => {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const there = new Set(await admin.listTopics());
    if (topics.every(({ name }) => there.has(name))) return;
    if (performance.now() > deadline) throw new Error('the topics were made and are not listed');
    await pause(againMs);
  }
};

const bringInLine = (admin: Admin, topics: readonly Topic[]) =>
  admin.incrementalAlterConfigs({
    resources: topics.map(({ name, settings }) => ({
      resourceType: ConfigResourceTypes.TOPIC,
      resourceName: name,
      configs: Object.entries(settings).map(([setting, value]) => ({
        name: setting,
        configOperation: IncrementalAlterConfigOperationTypes.SET,
        value,
      })),
    })),
  });

export const bringTopics = (environment: TopicEnvironment, connection: AdminOptions): Promise<Brought> =>
  withAdmin(connection, async (admin) => {
    const there = new Set(await admin.listTopics());
    const topics = topicsOf(environment);
    const [kept, missing] = [
      topics.filter(({ name }) => there.has(name)),
      topics.filter(({ name }) => !there.has(name)),
    ];
    await Promise.all(missing.map((topic) => makePatiently(admin, topic)));
    await areListed(admin, missing);
    if (kept.length > 0) await bringInLine(admin, kept);
    return { made: missing.map(({ name }) => name), kept: kept.map(({ name }) => name) };
  });

/** The settings that stand at the broker, for those that we set. */
export const settingsThere = (topics: readonly Topic[], connection: AdminOptions) =>
  withAdmin(connection, async (admin) => {
    const described = await admin.describeConfigs({
      resources: topics.map(({ name, settings }) => ({
        resourceType: ConfigResourceTypes.TOPIC,
        resourceName: name,
        configurationKeys: Object.keys(settings),
      })),
    });
    return Object.fromEntries(
      described.map(({ resourceName, configs }) => [
        resourceName,
        Object.fromEntries(configs.map(({ name, value }) => [name, value])),
      ]),
    );
  });
