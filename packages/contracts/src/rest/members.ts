/** Members of a team: coaches and followers. Players and guardians are members by their roster spot, not by a row of their own. */
import { z } from 'zod';
import { instant, route, uuid } from '../route.ts';
import { nextCursor, pageQuery } from './paging.ts';

export const teamRole = z.enum(['head-coach', 'assistant-coach', 'follower']);

export const member = z
  .strictObject({
    teamId: uuid,
    userId: uuid,
    /** What the user calls themselves; an account's name, never a player's. */
    displayName: z.string(),
    role: teamRole,
    since: instant,
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof member>;

const tags = ['members'];
const params = z.strictObject({ teamId: uuid, userId: uuid });

export const putMemberRoute = route({
  method: 'put',
  path: '/v1/teams/{teamId}/members/{userId}',
  summary: 'Give somebody a role in a team, or follow it oneself',
  description: 'Appointing a coach needs a sign-in of the last 10 minutes. Coaches are adults.',
  tags,
  access: 'verified',
  params,
  body: z.strictObject({ role: teamRole }),
  responses: { 200: member, 201: member },
  problems: ['team-not-found', 'user-not-found', 'not-permitted', 'adults-only', 'sign-in-again'],
});

export const removeMemberRoute = route({
  method: 'delete',
  path: '/v1/teams/{teamId}/members/{userId}',
  summary: 'End a membership; the own one anybody may end',
  tags,
  access: 'signed-in',
  params,
  responses: { 204: null },
  problems: ['team-not-found', 'member-not-found', 'not-permitted'],
});

export const listMembersRoute = route({
  method: 'get',
  path: '/v1/teams/{teamId}/members',
  summary: 'Who coaches and follows a team, for its staff',
  tags,
  access: 'signed-in',
  params: z.strictObject({ teamId: uuid }),
  query: pageQuery,
  responses: { 200: z.strictObject({ members: z.array(member), nextCursor }) },
  problems: ['team-not-found', 'not-permitted', 'cursor-unknown'],
});
