-- People and games: who plays, who belongs to what, and the games as nouns. The plays are in 0003.
-- Ids are made by whoever creates the fact. `created_by` is null once that user is erased. Names live in `persons` only (access.md §1).

create table leagues (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 80),
  short_name text not null check (char_length(short_name) between 1 and 8),
  age_group text not null check (age_group in ('adult', 'under-20', 'under-18', 'under-16', 'under-14', 'under-12', 'under-10')),
  max_visibility text not null check (max_visibility in ('public', 'league', 'team')),
  publishes_venues boolean not null default false,
  status text not null default 'active' check (status in ('active', 'closing', 'closed')),
  created_by uuid references users (id) on delete set null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create index leagues_by_name on leagues (name, id);

create table league_admins (
  id uuid primary key default gen_random_uuid(),
  league_id uuid not null references leagues (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  since timestamptz(3) not null,
  until timestamptz(3) check (until >= since)
);
create unique index league_admins_now on league_admins (league_id, user_id) where until is null;
create index league_admins_by_user on league_admins (user_id);

create table seasons (
  id uuid primary key,
  league_id uuid not null references leagues (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  rule_set text not null,
  created_by uuid references users (id) on delete set null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create index seasons_of_league on seasons (league_id, created_at desc, id desc);

create table teams (
  id uuid primary key,
  -- The league that keeps the team; null: the team stands by itself. Where it plays is in season_teams.
  league_id uuid references leagues (id) on delete set null,
  name text not null check (char_length(name) between 1 and 80),
  short_name text not null check (char_length(short_name) between 1 and 4),
  colour text check (colour ~ '^#[0-9a-f]{6}$'),
  age_group text not null check (age_group in ('adult', 'under-20', 'under-18', 'under-16', 'under-14', 'under-12', 'under-10')),
  visibility text not null check (visibility in ('public', 'league', 'team')),
  -- An opponent that nobody manages: numbers only, no persons.
  is_shell boolean not null default false,
  -- Moves with every change of what a game card shows of this team; only ever grows.
  card_version bigint not null default 1,
  created_by uuid references users (id) on delete set null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create index teams_by_name on teams (name, id);
create index teams_of_league on teams (league_id) where league_id is not null;

create table season_teams (
  season_id uuid not null references seasons (id) on delete cascade,
  team_id uuid not null references teams (id) on delete cascade,
  -- asked: the league invites; entered: the team accepted, or is the league's own; left.
  status text not null check (status in ('asked', 'entered', 'left')),
  status_at timestamptz(3) not null,
  primary key (season_id, team_id)
);
create index season_teams_of_team on season_teams (team_id);

create table persons (
  id uuid primary key,
  -- The player's own account; null: a managed person, or one that nobody claimed.
  user_id uuid unique references users (id) on delete set null,
  given_name text not null check (char_length(given_name) <= 40),
  family_name text not null check (char_length(family_name) <= 40),
  public_display text not null check (public_display in ('number', 'initials', 'short', 'full')),
  team_display text not null check (team_display in ('initials', 'full')),
  picture_id uuid,
  is_protected boolean not null default false,
  created_by uuid references users (id) on delete set null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create index persons_by_creator on persons (created_by) where created_by is not null;

-- Read by its own repository (and, when deployed, its own database role).
create table person_private (
  person_id uuid primary key references persons (id) on delete cascade,
  born_on date,
  contact_email text,
  contact_phone text
);

create table guardianships (
  id uuid primary key,
  guardian_user_id uuid not null references users (id) on delete cascade,
  person_id uuid not null references persons (id) on delete cascade,
  status text not null check (status in ('invited', 'active', 'suspended', 'ended')),
  verified_by uuid references users (id) on delete set null,
  verified_how text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);
create unique index guardianships_standing on guardianships (guardian_user_id, person_id) where status <> 'ended';
create index guardianships_of_person on guardianships (person_id);

-- Append-only: the latest row of a person and scope stands.
create table consents (
  id uuid primary key,
  person_id uuid not null references persons (id) on delete cascade,
  scope text not null check (scope in ('public-name', 'public-picture', 'team-picture', 'account')),
  state text not null check (state in ('given', 'refused', 'withdrawn', 'lapsed')),
  given_by uuid references users (id) on delete set null,
  notice_version text not null,
  at timestamptz(3) not null
);
create index consents_of_person on consents (person_id, scope, at desc, id desc);

create table team_members (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references teams (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  role text not null check (role in ('head-coach', 'assistant-coach', 'follower')),
  since timestamptz(3) not null,
  until timestamptz(3) check (until >= since)
);
create unique index team_members_now on team_members (team_id, user_id) where until is null;
create index team_members_by_user on team_members (user_id);

-- Its id is the playerId of every event, topic and statistic.
create table roster_spots (
  id uuid primary key,
  team_id uuid not null references teams (id) on delete cascade,
  season_id uuid references seasons (id) on delete set null,
  person_id uuid references persons (id) on delete set null,
  -- As printed: '0' and '00' differ; '' when not said.
  number text not null check (number ~ '^[0-9]{0,3}$'),
  position text check (position in ('guard', 'forward', 'center', 'point-guard', 'shooting-guard', 'small-forward', 'power-forward')),
  since timestamptz(3) not null,
  until timestamptz(3) check (until >= since)
);
create index roster_spots_of_team on roster_spots (team_id, season_id, number, id);
create index roster_spots_of_person on roster_spots (person_id) where person_id is not null;
create unique index roster_spots_one_per_season
  on roster_spots (team_id, person_id, coalesce(season_id, '00000000-0000-0000-0000-000000000000'))
  where person_id is not null and until is null;

create table games (
  id uuid primary key,
  -- null: a friendly.
  season_id uuid references seasons (id) on delete set null,
  host_team_id uuid not null references teams (id),
  home_team_id uuid not null references teams (id),
  away_team_id uuid not null references teams (id),
  -- When the guest (the side that does not host) agreed; until then it is treated as a shell.
  away_accepted_at timestamptz(3),
  status text not null default 'scheduled' check (status in ('scheduled', 'live', 'final', 'cancelled')),
  visibility text not null check (visibility in ('public', 'league', 'team', 'private')),
  starts_at timestamptz(3),
  venue text check (char_length(venue) <= 120),
  rule_set text not null,
  rules jsonb not null default '{}',
  -- What is recorded from the start, per side: {"home": [facet …], "away": [facet …]}.
  tracked jsonb not null,
  final_at timestamptz(3),
  card_version bigint not null default 1,
  created_by uuid references users (id) on delete set null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  listed_at timestamptz(3) not null generated always as (coalesce(starts_at, created_at)) stored,
  check (home_team_id <> away_team_id),
  check (host_team_id in (home_team_id, away_team_id))
);
create index games_listed on games (listed_at desc, id desc);
create index games_of_season on games (season_id, listed_at desc, id desc) where season_id is not null;
create index games_of_home on games (home_team_id, listed_at desc, id desc);
create index games_of_away on games (away_team_id, listed_at desc, id desc);

create table scorer_assignments (
  id uuid primary key default gen_random_uuid(),
  game_id uuid not null references games (id) on delete cascade,
  user_id uuid not null references users (id) on delete cascade,
  covers text not null check (covers in ('home', 'away', 'both')),
  since timestamptz(3) not null,
  until timestamptz(3) check (until >= since)
);
create unique index scorer_assignments_now on scorer_assignments (game_id, user_id) where until is null;
create index scorer_assignments_by_user on scorer_assignments (user_id);

create table scorer_links (
  id uuid primary key,
  game_id uuid not null references games (id) on delete cascade,
  covers text not null check (covers in ('home', 'away', 'both')),
  secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
  secret_last4 text not null check (char_length(secret_last4) = 4),
  max_devices smallint not null default 2 check (max_devices between 1 and 4),
  valid_from timestamptz(3) not null,
  valid_until timestamptz(3) not null check (valid_until > valid_from),
  revoked_at timestamptz(3),
  created_by uuid references users (id) on delete set null,
  created_at timestamptz(3) not null
);
create index scorer_links_of_game on scorer_links (game_id);

-- The log's `recordedBy`: made by a device, also offline, and registered at first contact.
create table game_recorders (
  game_id uuid not null references games (id) on delete cascade,
  id uuid not null,
  user_id uuid references users (id) on delete set null,
  link_id uuid references scorer_links (id) on delete set null,
  device_label text check (char_length(device_label) <= 60),
  registered_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  primary key (game_id, id)
);

-- The version of a game card is the sum of the versions of the game and its two teams. Triggers keep it, so that no way of changing
-- a name, a consent or a roster can forget it; listeners on `card_changed` hear it at commit.
create function tell_card_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('card_changed', json_build_object('kind', tg_argv[0], 'id', new.id)::text);
  return null;
end $$;
create trigger teams_tell_card after update on teams for each row
  when (old.card_version <> new.card_version) execute function tell_card_changed('team');
create trigger games_tell_card after update on games for each row
  when (old.card_version <> new.card_version) execute function tell_card_changed('game');

create function grow_own_card() returns trigger language plpgsql as $$
begin
  new.card_version := old.card_version + 1;
  return new;
end $$;
create trigger teams_grow_card before update on teams for each row
  when ((old.name, old.short_name, old.colour, old.age_group, old.is_shell)
    is distinct from (new.name, new.short_name, new.colour, new.age_group, new.is_shell)) execute function grow_own_card();
create trigger games_grow_card before update on games for each row
  when (old.away_accepted_at is distinct from new.away_accepted_at) execute function grow_own_card();

create function grow_card_of_spot() returns trigger language plpgsql as $$
begin
  update teams set card_version = card_version + 1 where id = coalesce(new.team_id, old.team_id);
  return null;
end $$;
create trigger roster_spots_grow_card after insert or update or delete on roster_spots
  for each row execute function grow_card_of_spot();

create function grow_cards_of_person() returns trigger language plpgsql as $$
declare
  changed uuid := case tg_table_name when 'persons' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'person_id')::uuid end;
begin
  update teams set card_version = card_version + 1
    where id in (select team_id from roster_spots where person_id = changed);
  return null;
end $$;
create trigger persons_grow_cards after update on persons for each row execute function grow_cards_of_person();
create trigger person_private_grows_cards after insert or update on person_private for each row execute function grow_cards_of_person();
create trigger consents_grow_cards after insert on consents for each row execute function grow_cards_of_person();

-- The leagues of a team: the one that keeps it and those whose seasons it is entered in.
create view team_leagues as
  select id as team_id, league_id from teams where league_id is not null
  union
  select entry.team_id, season.league_id
    from season_teams entry join seasons season on season.id = entry.season_id
    where entry.status = 'entered';
