-- The log of a game, what is held back from it, how it leaves, and what is folded out of it.
-- The log is written by append_events alone and results by write_game_result alone (protocol.md §5, §9): no other
-- statement may insert here, which is why the hot tables carry no foreign keys of their own (each would cost a lookup per row).

-- One row a game, narrow, written only under its own lock by append_events (A-5).
create table game_heads (
  game_id           uuid primary key references games (id),
  last_seq          integer not null default 0,
  status            text not null default 'open' check (status in ('open', 'final')),
  -- The last game-finalized or game-reopened that has a seq; 0 and null before the first (A-7).
  status_seq        integer not null default 0,
  status_event_id   uuid,
  status_device_id  uuid,
  status_device_seq integer
) with (fillfactor = 50);

create table game_events (
  game_id       uuid not null,
  seq           integer not null check (seq >= 1),
  id            uuid not null,
  body          jsonb not null,
  body_hash     bytea not null,
  device_id     uuid not null,
  device_seq    bigint not null,
  accepted_at   timestamptz not null default now(),
  accepted_from text not null,
  primary key (game_id, seq),
  unique (game_id, id)
);
create index game_events_of_device on game_events (game_id, accepted_from, device_id);

-- What is in the log stays as it is (I-2). A whole log goes only by forget_game_log.
create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('bball.forgetting', true), '') <> old.game_id::text then
    raise exception 'the log of a game is append-only';
  end if;
  return old;
end $$;
create trigger game_events_are_append_only before update or delete on game_events
  for each row execute function refuse_change_of_log();

-- The sender had the right, the log could not take it: kept by id until a person decides (A-8).
create table held_events (
  game_id    uuid not null references games (id),
  id         uuid not null,
  body       jsonb not null,
  body_hash  bytea not null,
  device_id  uuid not null,
  device_seq bigint not null,
  code       text not null,
  held_from  text not null,
  held_at    timestamptz not null default now(),
  state      text not null default 'held' check (state in ('held', 'admitted', 'discarded')),
  settled_by text,
  settled_at timestamptz,
  primary key (game_id, id)
);
create index held_events_waiting on held_events (game_id, held_from) where state = 'held';

-- What was appended and not yet handed on: thin, deleted row by row (K-1, K-2). Identity cache stays 1.
create table outbox (
  row_id  bigint generated always as identity primary key,
  game_id uuid not null,
  seq     integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create table publisher_lease (
  id         integer primary key check (id = 1),
  holder     uuid,
  held_until timestamptz not null default '-infinity'
);
insert into publisher_lease (id) values (1);

create table republish_requests (
  game_id  uuid primary key references games (id),
  reason   text not null,
  asked_at timestamptz not null default now(),
  tries    integer not null default 0,
  due_at   timestamptz not null default now()
);

-- The version of each engine that was started; the last row is the one that runs (K-9).
create table engine_runs (
  run_id         bigint generated always as identity primary key,
  engine_version integer not null,
  started_at     timestamptz not null default now()
);

-- The whole fold of events 1..revision by engine_version, as canonical bytes, with what lists need beside it (W-2).
create table game_results (
  game_id        uuid primary key references games (id),
  revision       integer not null,
  engine_version integer not null,
  hash           text not null,
  snapshot       bytea not null,
  status         text not null check (status in ('scheduled', 'live', 'final')),
  home_pts       integer not null,
  away_pts       integer not null,
  period         integer not null,
  clock_ms       integer,
  written_at     timestamptz not null default now()
);

create table player_lines (
  game_id     uuid not null references games (id),
  player_id   uuid not null,
  team_id     uuid not null,
  number      text not null,
  is_listed   boolean not null,
  is_starter  boolean,
  has_played  boolean not null,
  is_out      boolean not null,
  pts         integer,
  fgm         integer,
  fga         integer,
  fg3m        integer,
  fg3a        integer,
  ftm         integer,
  fta         integer,
  oreb        integer,
  dreb        integer,
  reb         integer,
  ast         integer,
  stl         integer,
  blk         integer,
  blka        integer,
  tov         integer,
  pf          integer,
  pfd         integer,
  tf          integer,
  plus_minus  integer,
  played_ms   integer,
  primary key (game_id, player_id)
);
create index player_lines_of_player on player_lines (player_id);

create table team_lines (
  game_id     uuid not null references games (id),
  team_id     uuid not null,
  side        text not null check (side in ('home', 'away')),
  pts         integer,
  fgm         integer,
  fga         integer,
  fg3m        integer,
  fg3a        integer,
  ftm         integer,
  fta         integer,
  oreb        integer,
  dreb        integer,
  reb         integer,
  ast         integer,
  stl         integer,
  blk         integer,
  blka        integer,
  tov         integer,
  pf          integer,
  pfd         integer,
  tf          integer,
  plus_minus  integer,
  played_ms   integer,
  possessions integer,
  primary key (game_id, team_id)
);
create index team_lines_of_team on team_lines (team_id);

-- A final that was settled, with the score of the log at its seq; the standing one is game_heads.status_event_id (F-1, F-3).
create table game_finals (
  game_id        uuid not null references games (id),
  final_event_id uuid not null,
  revision       integer not null,
  home_pts       integer not null,
  away_pts       integer not null,
  settled_at     timestamptz not null default now(),
  primary key (game_id, final_event_id)
);

create view standing_finals as
  select f.* from game_finals f
  join game_heads h on h.game_id = f.game_id and h.status = 'final' and h.status_event_id = f.final_event_id;

-- Gives each event of a request its answer and, where it is accepted, its seq: in one call and two statements. The first
-- takes the lock; only the second looks up, so that it sees what was committed while the first waited (A-5, PD-4).
--   p_events  [{body, hash, hold}]: canonical body, SHA-256 of it in hex, and why it must be held (null: it may go in)
--   p_source  'device': as it came in; 'tray': held events that a person admits
create function append_events(p_game uuid, p_events jsonb, p_principal text, p_source text default 'device')
  returns table (id uuid, outcome text, seq integer, code text, head_seq integer)
  language plpgsql as $$
#variable_conflict use_column
declare
  head game_heads%rowtype;
  answered integer;
  new_head integer;
  most_events constant integer := 20000;
  most_held constant integer := 2000;
begin
  select * into head from game_heads h where h.game_id = p_game for update;
  if not found then
    insert into game_heads (game_id) values (p_game) on conflict do nothing;
    select * into strict head from game_heads h where h.game_id = p_game for update;
  end if;

  return query
  with incoming as (
    select e.ordinality as place_in_batch, e.value -> 'body' as body, decode(e.value ->> 'hash', 'hex') as hash,
      e.value ->> 'hold' as hold, (e.value -> 'body' ->> 'id')::uuid as id, e.value -> 'body' ->> 'type' as type,
      (e.value -> 'body' ->> 'deviceId')::uuid as device_id, (e.value -> 'body' ->> 'deviceSeq')::bigint as device_seq,
      (e.value -> 'body' ->> 'afterSeq')::bigint as after_seq
    from jsonb_array_elements(p_events) with ordinality e
  ),
  fresh as (
    select distinct on (i.id) i.* from incoming i order by i.id, i.place_in_batch
  ),
  judged as (
    select f.*, stored.seq as stored_seq, tray.id is not null as is_in_tray,
      case
        when stored.id is not null then
          case when stored.body_hash = f.hash then 'repeated' else 'id-reused' end
        when tray.id is not null and tray.body_hash <> f.hash then 'id-reused'
        when tray.state = 'discarded' then 'discarded'
        when tray.state = 'held' and p_source = 'device' then tray.code
        when f.hold is not null then f.hold
        when head.status = 'final' and f.type <> 'game-reopened' then 'game-is-final'
        when head.status = 'open' and f.type = 'game-reopened' then 'status-unchanged'
        when f.type in ('game-finalized', 'game-reopened') and head.status_seq > 0 and not (
          case when head.status_device_id = f.device_id then head.status_device_seq < f.device_seq
          else head.status_seq <= f.after_seq end) then 'newer-status'
        else 'accepted'
      end as verdict
    from fresh f
    left join game_events stored on stored.game_id = p_game and stored.id = f.id
    left join held_events tray on tray.game_id = p_game and tray.id = f.id
  ),
  numbered as (
    select j.*, head.last_seq + row_number() over (order by j.place_in_batch)::integer as new_seq
    from judged j where j.verdict = 'accepted'
  ),
  appended as (
    insert into game_events (game_id, seq, id, body, body_hash, device_id, device_seq, accepted_from)
    select p_game, n.new_seq, n.id, n.body, n.hash, n.device_id, n.device_seq, p_principal from numbered n
  ),
  announced as (
    insert into outbox (game_id, seq) select p_game, n.new_seq from numbered n order by n.new_seq
  ),
  moved as (
    update game_heads h set
      last_seq = last.new_seq,
      status = case last.type when 'game-finalized' then 'final' when 'game-reopened' then 'open' else h.status end,
      status_seq = case when last.is_status then last.new_seq else h.status_seq end,
      status_event_id = case when last.is_status then last.id else h.status_event_id end,
      status_device_id = case when last.is_status then last.device_id else h.status_device_id end,
      status_device_seq = case when last.is_status then last.device_seq else h.status_device_seq end
    from (
      select n.*, n.type in ('game-finalized', 'game-reopened') as is_status
      from numbered n order by n.new_seq desc limit 1
    ) last
    where h.game_id = p_game
  ),
  held as (
    insert into held_events (game_id, id, body, body_hash, device_id, device_seq, code, held_from)
    select p_game, j.id, j.body, j.hash, j.device_id, j.device_seq, j.verdict, p_principal from judged j
    where not j.is_in_tray and j.verdict not in ('accepted', 'repeated', 'id-reused', 'discarded')
  ),
  settled as (
    update held_events t set state = 'admitted', settled_by = p_principal, settled_at = now()
    from numbered n where p_source = 'tray' and t.game_id = p_game and t.id = n.id
  )
  select i.id,
    case
      when i.hash <> j.hash then 'rejected'
      when j.verdict = 'accepted' then case when i.place_in_batch = j.place_in_batch then 'accepted' else 'repeated' end
      when j.verdict = 'repeated' then 'repeated'
      when j.verdict in ('id-reused', 'discarded') then 'rejected'
      else 'held'
    end,
    case when i.hash = j.hash then coalesce(n.new_seq, case when j.verdict = 'repeated' then j.stored_seq end) end,
    case
      when i.hash <> j.hash then 'id-reused'
      when j.verdict not in ('accepted', 'repeated') then j.verdict
    end,
    head.last_seq + (select count(*) from numbered)::integer
  from incoming i
  join judged j on j.id = i.id
  left join numbered n on n.id = i.id
  order by i.place_in_batch;

  get diagnostics answered = row_count;
  select h.last_seq into new_head from game_heads h where h.game_id = p_game;
  if answered > 1 and exists (
    select from game_events e
    where e.game_id = p_game and e.seq > head.last_seq and e.body ->> 'type' in ('game-finalized', 'game-reopened')
  ) then
    raise exception 'a change of the status comes alone in its call';
  end if;
  if new_head > most_events or (
    select count(*) from held_events t where t.game_id = p_game and t.held_from = p_principal and t.state = 'held'
  ) > most_held then
    raise exception 'log-full' using errcode = 'BB001';
  end if;
end $$;

-- Stores the whole fold of events 1..p_revision, if it is newer than what stands (W-1) and not of a lost timeline (W-2),
-- and settles the final that it shows (F-1). Lines that the new result does not give go. The game's row follows in its status.
--   p_summary  {status, homePts, awayPts, period, clockMs, isScoreDisputed}; the scores are the official ones
--   answers    'written', 'older' or 'beyond-head'
create function write_game_result(
  p_game uuid, p_revision integer, p_engine_version integer, p_hash text, p_snapshot bytea,
  p_summary jsonb, p_players jsonb, p_teams jsonb)
  returns text
  language plpgsql as $$
declare
  head game_heads%rowtype;
  new_status text := p_summary ->> 'status';
begin
  select * into head from game_heads h where h.game_id = p_game;
  if not found or head.last_seq < p_revision then
    return 'beyond-head';
  end if;

  insert into game_results as r
    (game_id, revision, engine_version, hash, snapshot, status, home_pts, away_pts, period, clock_ms)
  values (p_game, p_revision, p_engine_version, p_hash, p_snapshot, new_status, (p_summary ->> 'homePts')::integer,
    (p_summary ->> 'awayPts')::integer, (p_summary ->> 'period')::integer, (p_summary ->> 'clockMs')::integer)
  on conflict (game_id) do update set
    revision = excluded.revision, engine_version = excluded.engine_version, hash = excluded.hash,
    snapshot = excluded.snapshot, status = excluded.status, home_pts = excluded.home_pts, away_pts = excluded.away_pts,
    period = excluded.period, clock_ms = excluded.clock_ms, written_at = now()
  where (r.revision, r.engine_version) < (excluded.revision, excluded.engine_version);
  if not found then
    return 'older';
  end if;

  insert into player_lines as l
  select p_game, p.* from jsonb_to_recordset(p_players) as p (
    player_id uuid, team_id uuid, number text, is_listed boolean, is_starter boolean, has_played boolean, is_out boolean,
    pts integer, fgm integer, fga integer, fg3m integer, fg3a integer, ftm integer, fta integer, oreb integer, dreb integer,
    reb integer, ast integer, stl integer, blk integer, blka integer, tov integer, pf integer, pfd integer, tf integer,
    plus_minus integer, played_ms integer)
  on conflict (game_id, player_id) do update set
    (team_id, number, is_listed, is_starter, has_played, is_out, pts, fgm, fga, fg3m, fg3a, ftm, fta, oreb, dreb, reb, ast,
      stl, blk, blka, tov, pf, pfd, tf, plus_minus, played_ms) =
    (excluded.team_id, excluded.number, excluded.is_listed, excluded.is_starter, excluded.has_played, excluded.is_out,
      excluded.pts, excluded.fgm, excluded.fga, excluded.fg3m, excluded.fg3a, excluded.ftm, excluded.fta, excluded.oreb,
      excluded.dreb, excluded.reb, excluded.ast, excluded.stl, excluded.blk, excluded.blka, excluded.tov, excluded.pf,
      excluded.pfd, excluded.tf, excluded.plus_minus, excluded.played_ms)
  where l is distinct from excluded;
  delete from player_lines l where l.game_id = p_game
    and not exists (select from jsonb_array_elements(p_players) p where (p ->> 'player_id')::uuid = l.player_id);

  insert into team_lines as l
  select p_game, t.* from jsonb_to_recordset(p_teams) as t (
    team_id uuid, side text, pts integer, fgm integer, fga integer, fg3m integer, fg3a integer, ftm integer, fta integer,
    oreb integer, dreb integer, reb integer, ast integer, stl integer, blk integer, blka integer, tov integer, pf integer,
    pfd integer, tf integer, plus_minus integer, played_ms integer, possessions integer)
  on conflict (game_id, team_id) do update set
    (side, pts, fgm, fga, fg3m, fg3a, ftm, fta, oreb, dreb, reb, ast, stl, blk, blka, tov, pf, pfd, tf, plus_minus,
      played_ms, possessions) =
    (excluded.side, excluded.pts, excluded.fgm, excluded.fga, excluded.fg3m, excluded.fg3a, excluded.ftm, excluded.fta,
      excluded.oreb, excluded.dreb, excluded.reb, excluded.ast, excluded.stl, excluded.blk, excluded.blka, excluded.tov,
      excluded.pf, excluded.pfd, excluded.tf, excluded.plus_minus, excluded.played_ms, excluded.possessions)
  where l is distinct from excluded;
  delete from team_lines l where l.game_id = p_game
    and not exists (select from jsonb_array_elements(p_teams) t where (t ->> 'team_id')::uuid = l.team_id);

  -- Nobody changes the status between this look and the commit (I-22); a disputed score waits for a person (F-4).
  if new_status = 'final' then
    select * into head from game_heads h where h.game_id = p_game for share;
    if head.status = 'final' and head.status_seq <= p_revision and not (p_summary ->> 'isScoreDisputed')::boolean then
      insert into game_finals (game_id, final_event_id, revision, home_pts, away_pts)
      values (p_game, head.status_event_id, p_revision, (p_summary ->> 'homePts')::integer, (p_summary ->> 'awayPts')::integer)
      on conflict do nothing;
    end if;
  end if;

  update games g set status = new_status, updated_at = now(),
    final_at = case when new_status = 'final' then coalesce(g.final_at, now()) end
  where g.id = p_game and g.status <> new_status and g.status <> 'cancelled';
  return 'written';
end $$;

-- Takes a whole game's log and everything folded out of it away: for games that were played for show.
create function forget_game_log(p_game uuid) returns void language plpgsql as $$
begin
  perform set_config('bball.forgetting', p_game::text, true);
  delete from game_events where game_id = p_game;
  delete from outbox where game_id = p_game;
  delete from held_events where game_id = p_game;
  delete from republish_requests where game_id = p_game;
  delete from player_lines where game_id = p_game;
  delete from team_lines where game_id = p_game;
  delete from game_finals where game_id = p_game;
  delete from game_results where game_id = p_game;
  delete from game_heads where game_id = p_game;
  perform set_config('bball.forgetting', '', true);
end $$;
