/** Persons: add, change, read. */
import { changePersonRoute, getPersonRoute, putPersonRoute } from '@bball/contracts';
import { changePerson } from '../../commands/change-person.ts';
import { createPerson } from '../../commands/create-person.ts';
import type { Parts } from '../../parts.ts';
import { getPerson } from '../../queries/persons.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { nounDoor, written } from '../nouns.ts';
import { said } from '../said.ts';

export const personsRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const create = createPerson(door);
  const change = changePerson(door);
  const get = getPerson(door);
  return [
    handle(putPersonRoute, async (context) => {
      const id = context.params.personId;
      const result = await create(await door.askerOf(context), { id, ...context.body });
      return written(result, async () => get(await door.actorOf(context), id));
    }),
    handle(changePersonRoute, async (context) => {
      const id = context.params.personId;
      const result = await change(await door.askerOf(context), id, said(context.body));
      return written(result, async () => get(await door.actorOf(context), id));
    }),
    handle(getPersonRoute, async (context) => get(await door.actorOf(context), context.params.personId)),
  ];
};
