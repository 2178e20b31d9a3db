/** A task that does something in a person's name: with all their rights, as if they had just signed in. */
import { anonymous, type Relations } from '../policies/relations.ts';
import type { Asker } from './asker.ts';

export const actingFor = (userId: string, relations: Relations): Asker => ({
  actor: { ...anonymous, ...relations, userId, isGrown: true, isFresh: true },
  sessionId: null,
  addressPrefix: null,
  traceId: null,
});
