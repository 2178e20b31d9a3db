/** What the job could not take, newest first. */
import type { DeadLetter } from '@bball/contracts';
import { accept, type Result, reject } from '../errors.ts';
import { whyNotOperate } from '../policies/operations.ts';
import type { RelatedActor } from '../policies/relations.ts';
import { presentDeadLetter } from '../presenters/operations.ts';
import type { DeadLetters } from '../streaming/kafka/dead-letters.ts';

type Page = { readonly deadLetters: DeadLetter[]; readonly nextBefore: number | null };

export const listDeadLetters =
  ({ deadLetters }: { readonly deadLetters: Pick<DeadLetters, 'newest'> | null }) =>
  async (
    actor: RelatedActor,
    { limit, before }: { readonly limit: number; readonly before?: number | undefined },
  ): Promise<Result<Page, 'not-permitted' | 'sign-in-again' | 'broker-away'>> => {
    const refusal = whyNotOperate(actor);
    if (refusal !== null) return reject(refusal);
    const found = deadLetters === null ? null : await deadLetters.newest(limit, before ?? null);
    if (found === null) return reject('broker-away');
    return accept({
      deadLetters: found.map(presentDeadLetter),
      nextBefore: found.length === limit ? found.at(-1)?.offset || null : null,
    });
  };
