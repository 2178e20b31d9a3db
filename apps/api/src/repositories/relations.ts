/** Every relation of one user in one query: what the policies decide by. */
import type { Pool } from 'pg';
import type { Assignment, LeagueOffice, Membership, Relations, Ward } from '../policies/relations.ts';

export type RelationsReader = ReturnType<typeof makeRelationsReader>;

export const makeRelationsReader = (pool: Pick<Pool, 'query'>) => ({
  of: async (userId: string): Promise<Relations> => {
    const { rows } = await pool.query<RelationsRow>({ name: 'relations_of', text: relationsOf, values: [userId] });
    const [row] = rows;
    if (row === undefined) throw new Error('a query of one row gave none');
    return {
      offices: row.offices,
      memberships: row.memberships,
      ownPersonId: row.own_person_id,
      playsFor: row.plays_for,
      wards: row.wards,
      assignments: row.assignments,
      memberOfLeagues: row.member_of_leagues,
    };
  },
});

type RelationsRow = {
  readonly offices: readonly LeagueOffice[];
  readonly memberships: readonly Membership[];
  readonly own_person_id: string | null;
  readonly plays_for: readonly string[];
  readonly wards: readonly Ward[];
  readonly assignments: readonly Assignment[];
  readonly member_of_leagues: readonly string[];
};

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The team of a side, once it hosts or agreed. */
const agreed = (side: 'home' | 'away'): string =>
  `case when g.away_accepted_at is not null or g.host_team_id = g.${side}_team_id then g.${side}_team_id end`;

/** A guardian's rights are over minors: from the eighteenth birthday they have ended, whether or not a task noted it. */
const relationsOf = `
  with own as (select id from persons where user_id = $1::uuid),
  open_spots as (
    select distinct team_id from roster_spots where until is null and person_id in (select id from own)),
  wards as (
    select g.person_id,
      (select coalesce(json_agg(distinct s.team_id), '[]') from roster_spots s
        where s.person_id = g.person_id and s.until is null) as team_ids
    from guardianships g left join person_private p on p.person_id = g.person_id
    where g.guardian_user_id = $1::uuid and g.status = 'active'
      and (p.born_on is null or p.born_on + interval '18 years' > now())),
  related_teams as (
    select team_id from team_members where user_id = $1::uuid and until is null
    union select team_id from open_spots
    union select s.team_id from roster_spots s where s.until is null and s.person_id in (select person_id from wards))
  select
    (select coalesce(json_agg(json_build_object('leagueId', league_id, 'until', ${iso('until')})), '[]')
      from league_admins where user_id = $1::uuid) as offices,
    (select coalesce(json_agg(json_build_object('teamId', team_id, 'role', role, 'since', ${iso('since')},
      'until', ${iso('until')}) order by since), '[]') from team_members where user_id = $1::uuid) as memberships,
    (select id from own) as own_person_id,
    (select coalesce(json_agg(team_id), '[]') from open_spots) as plays_for,
    (select coalesce(json_agg(json_build_object('personId', person_id, 'teamIds', team_ids)), '[]') from wards) as wards,
    (select coalesce(json_agg(json_build_object('gameId', a.game_id, 'homeTeamId', ${agreed('home')},
      'awayTeamId', ${agreed('away')}, 'leagueId', s.league_id, 'covers', a.covers, 'until', ${iso('a.until')})), '[]')
      from scorer_assignments a join games g on g.id = a.game_id left join seasons s on s.id = g.season_id
      where a.user_id = $1::uuid) as assignments,
    (select coalesce(json_agg(distinct l.league_id), '[]') from team_leagues l
      where l.team_id in (select team_id from related_teams)) as member_of_leagues`;
