/** What a user is to leagues, teams and games, for the app to show or hide by. */
import type { Relation } from '@bball/contracts';
import type { Parts } from '../../parts.ts';
import { presentRelations } from '../../presenters/relations.ts';

export const relationsOf =
  ({ repositories }: Pick<Parts, 'repositories'>) =>
  async (userId: string): Promise<readonly Relation[]> =>
    presentRelations(await repositories.relations.of(userId));
