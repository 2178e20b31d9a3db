/** Coaches and followers of teams. A membership that ended stays: the past decides whose names a coach may still see. */
import type { TeamRole } from '../policies/relations.ts';
import type { Rows } from './database.ts';
import type { Page } from './page.ts';

export type Member = {
  readonly teamId: string;
  readonly userId: string;
  readonly displayName: string;
  readonly role: TeamRole;
  readonly since: string;
};

/** What the nouns need to know of a user. */
export type Candidate = { readonly id: string; readonly displayName: string; readonly isAdult: boolean };

export type Members = ReturnType<typeof makeMembers>;

export const makeMembers = (rows: Rows) => ({
  /** A user who can be given a role; null: nobody who can sign in. */
  candidate: async (userId: string, today: string): Promise<Candidate | null> => {
    const [row] = await rows.$queryRaw<{ display_name: string; is_adult: boolean }[]>`
      select display_name, (born_on is null or born_on + interval '18 years' <= ${today}::date) as is_adult
      from users where id = ${userId}::uuid and status = 'active' and email_verified_at is not null`;
    return row === undefined ? null : { id: userId, displayName: row.display_name, isAdult: row.is_adult };
  },

  /** Until the transaction ends, nobody else changes who belongs to this team. */
  lock: async (teamId: string): Promise<void> => {
    await rows.$queryRaw`select id from teams where id = ${teamId}::uuid for no key update`;
  },

  roleOf: async (teamId: string, userId: string): Promise<TeamRole | null> => {
    const row = await rows.teamMember.findFirst({ where: { teamId, userId, until: null } });
    return row === null ? null : (row.role as TeamRole);
  },

  find: async (teamId: string, userId: string): Promise<Member | null> =>
    (await listOf(rows, teamId, userId))[0] ?? null,

  start: async (teamId: string, userId: string, role: TeamRole, since: string): Promise<void> => {
    await rows.teamMember.createMany({ data: [{ teamId, userId, role, since }], skipDuplicates: true });
  },

  end: async (teamId: string, userId: string, until: string): Promise<boolean> => {
    const { count } = await rows.teamMember.updateMany({ where: { teamId, userId, until: null }, data: { until } });
    return count > 0;
  },

  /** Longest first, after [since, userId]. */
  list: (teamId: string, page: Page): Promise<readonly Member[]> => listOf(rows, teamId, null, page),
});

const listOf = async (
  rows: Rows,
  teamId: string,
  userId: string | null,
  { after, limit }: Page = { after: null, limit: 1 },
): Promise<readonly Member[]> => {
  const found = await rows.$queryRaw<{ user_id: string; display_name: string; role: TeamRole; since: Date }[]>`
    select m.user_id, u.display_name, m.role, m.since
    from team_members m join users u on u.id = m.user_id
    where m.team_id = ${teamId}::uuid and m.until is null
      and (${userId}::uuid is null or m.user_id = ${userId}::uuid)
      and (${after?.[0] ?? null}::timestamptz is null
        or (m.since, m.user_id) > (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by m.since, m.user_id limit ${limit}`;
  return found.map((row) => ({
    teamId,
    userId: row.user_id,
    displayName: row.display_name,
    role: row.role,
    since: row.since.toISOString(),
  }));
};
