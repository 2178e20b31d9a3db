/** Lets an answer take at least so long, so that its time says nothing about who has an account. */
import { setTimeout as wait } from 'node:timers/promises';

export const paced = async <Value>(leastMs: number, work: Promise<Value>): Promise<Value> => {
  const [value] = await Promise.all([work, wait(leastMs)]);
  return value;
};
