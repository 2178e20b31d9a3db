/** What the doors of the nouns share: their parts, and the answer to an idempotent creation. */
import type { ProblemCode } from '@bball/contracts';
import type { Created } from '../commands/created.ts';
import { accept, type Result } from '../errors.ts';
import type { Parts } from '../parts.ts';
import type { Nouns } from '../repositories/nouns.ts';
import { type ActorOf, type AskerOf, actorOf, askerOf } from './asker.ts';
import { type Reply, reply } from './endpoint.ts';

export type NounDoor = {
  readonly nouns: Nouns;
  readonly now: () => string;
  readonly actorOf: ActorOf;
  readonly askerOf: AskerOf;
};

export const nounDoor = (parts: Pick<Parts, 'repositories' | 'nowMs'>): NounDoor => ({
  nouns: parts.repositories.nouns,
  now: () => new Date(parts.nowMs()).toISOString(),
  actorOf: actorOf(parts),
  askerOf: askerOf(parts),
});

/** After a write: what now stands, as the writer reads it; 201 for what is new, 200 for what stood already. */
export const written = async <Shape>(
  result: Result<Created | null>,
  read: () => Promise<Result<Shape>>,
): Promise<Result<Shape | Reply<Shape>, ProblemCode>> => {
  if (!result.ok) return result;
  const now = await read();
  return now.ok && result.value?.isNew === true ? accept(reply(now.value, { status: 201 })) : now;
};
