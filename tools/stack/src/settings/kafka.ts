/**
 * The broker's settings. One node is broker and controller; PLAINTEXT is for this machine, SASL_SSL is the door that production has.
 * The short sessions bring the first acknowledgement 4–5 s after a kill -9 instead of 12 s.
 */
export const kafkaUser = 'bball';

export type KafkaAddresses = {
  /** Where it listens: 127.0.0.1 here, 0.0.0.0 in a container. */
  readonly bind: string;
  /** What it tells clients to call it. */
  readonly host: string;
  readonly plain: number;
  readonly controller: number;
  readonly saslSsl: number;
};

/** The same in every environment that has one broker: compose.yaml is held to these rows. */
export const brokerSettings = {
  'process.roles': 'broker,controller',
  'node.id': '1',
  'controller.listener.names': 'CONTROLLER',
  'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL',
  'inter.broker.listener.name': 'PLAINTEXT',
  'offsets.topic.num.partitions': '1',
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.num.partitions': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.num.partitions': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
  'log.cleaner.dedupe.buffer.size': '8388608',
  'broker.session.timeout.ms': '2000',
  'broker.heartbeat.interval.ms': '500',
  'auto.create.topics.enable': 'false',
  'sasl.enabled.mechanisms': 'PLAIN',
} as const;

export const addressSettings = ({ bind, host, plain, controller, saslSsl }: KafkaAddresses) => ({
  listeners: `PLAINTEXT://${bind}:${plain},CONTROLLER://${bind}:${controller},SASL_SSL://${bind}:${saslSsl}`,
  'advertised.listeners': `PLAINTEXT://${host}:${plain},SASL_SSL://${host}:${saslSsl}`,
  'controller.quorum.bootstrap.servers': `${host}:${controller}`,
});

export type KafkaSecrets = { readonly keystore: string; readonly keystorePassword: string; readonly password: string };

export const secretSettings = ({ keystore, keystorePassword, password }: KafkaSecrets) => ({
  'ssl.keystore.type': 'PKCS12',
  'ssl.keystore.location': keystore,
  'ssl.keystore.password': keystorePassword,
  'listener.name.sasl_ssl.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required user_${kafkaUser}="${password}";`,
});

/** Rows as a `.properties` file. */
export const properties = (rows: { readonly [name: string]: string }): string =>
  Object.entries(rows)
    .map(([name, value]) => `${name}=${value.replaceAll('\\', '\\\\')}\n`)
    .join('');
