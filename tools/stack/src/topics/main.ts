/** `node topics/main.ts local|production`: makes the topics at the broker of KAFKA_BROKERS. */
import { type TopicEnvironment, topicEnvironments } from '@bball/contracts';
import { bringTopics } from './bring-topics.ts';
import { connectionOf } from './connection.ts';

const isEnvironment = (word: string): word is TopicEnvironment => word in topicEnvironments;

const environment = process.argv[2] ?? 'local';
if (!isEnvironment(environment))
  throw new Error(`${environment}: there are ${Object.keys(topicEnvironments).join(' and ')}`);
const { made, kept } = await bringTopics(environment, connectionOf(process.env));
process.stdout.write(`made: ${made.join(', ') || 'none'}; there already: ${kept.join(', ') || 'none'}\n`);
