/** Members of teams: coaches and followers. */
import { listMembersRoute, putMemberRoute, removeMemberRoute } from '@bball/contracts';
import { putMember } from '../../commands/put-member.ts';
import { removeMember } from '../../commands/remove-member.ts';
import { accept } from '../../errors.ts';
import type { Parts } from '../../parts.ts';
import { getMember, listMembers } from '../../queries/teams.ts';
import { type Endpoint, handle } from '../endpoint.ts';
import { nounDoor, written } from '../nouns.ts';

export const membersRoutes = (parts: Parts): readonly Endpoint[] => {
  const door = nounDoor(parts);
  const put = putMember(door);
  const remove = removeMember(door);
  const get = getMember(door);
  const list = listMembers(door);
  return [
    handle(putMemberRoute, async (context) => {
      const { teamId, userId } = context.params;
      const result = await put(await door.askerOf(context), { teamId, userId, role: context.body.role });
      return written(result, () => get(teamId, userId));
    }),
    handle(removeMemberRoute, async (context) => remove(await door.askerOf(context), context.params)),
    handle(listMembersRoute, async (context) => {
      const result = await list(await door.actorOf(context), context.params.teamId, context.query);
      return result.ok ? accept({ members: [...result.value.rows], nextCursor: result.value.nextCursor }) : result;
    }),
  ];
};
