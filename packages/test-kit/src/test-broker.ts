/** A real broker with the topics of a local environment, in a folder of its own. */

import { startParts } from '@bball/stack/testing/some-parts';
import { bringTopics } from '@bball/stack/topics/bring-topics';
import { connectionOf } from '@bball/stack/topics/connection';
import { requireSuffix } from './suffix.ts';

export type TestBroker = {
  /** `host:port`, as KAFKA_BROKERS has it. */
  readonly address: string;
  readonly stop: () => Promise<void>;
};

/** @param shift moves its ports: another number for each test file, since files run beside each other */
export const startTestBroker = async (shift: number): Promise<TestBroker> => {
  requireSuffix('startTestBroker()', ['.stack']);
  const { place, stop } = await startParts({ parts: ['kafka'], shift });
  const address = `127.0.0.1:${place.port('kafka')}`;
  await bringTopics('local', connectionOf({ KAFKA_BROKERS: address }));
  return { address, stop };
};
