/** What a user is to leagues, teams and games, for the app to show or hide by. */
import type { Relation } from '@bball/contracts';
import type { Parts } from '../../parts.ts';

export const relationsOf =
  (_parts: Parts) =>
  async (_userId: string): Promise<readonly Relation[]> => [];
