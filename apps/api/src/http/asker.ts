/** Who asks, with all relations read anew: whoever just made a team coaches it in the next request. */
import type { Asker } from '../commands/asker.ts';
import type { Parts } from '../parts.ts';
import { noRelations, type RelatedActor, relate } from '../policies/relations.ts';
import type { Context } from './endpoint.ts';
import { senderOf } from './sender.ts';

type Asking = Pick<Context<never>, 'actor' | 'request' | 'traceId'>;
type Deps = { readonly repositories: Pick<Parts['repositories'], 'relations'> };

export type ActorOf = (context: Pick<Asking, 'actor'>) => Promise<RelatedActor>;
export type AskerOf = (context: Asking) => Promise<Asker>;

export const actorOf =
  ({ repositories: { relations } }: Deps): ActorOf =>
  async ({ actor }) =>
    relate(actor, actor.kind === 'user' ? await relations.of(actor.userId) : noRelations);

export const askerOf =
  (deps: Deps): AskerOf =>
  async (context) => ({
    actor: await actorOf(deps)(context),
    sessionId: context.actor.kind === 'user' ? context.actor.sessionId : null,
    ...senderOf(context),
  });
