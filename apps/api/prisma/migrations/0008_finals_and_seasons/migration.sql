-- What becomes of a settled final, and the lines of each season's games.

-- A final is announced once, some time after it was settled, if it still stands then; else nothing (F-2). null: it waits.
-- `corrected` differs from what was announced of the game before, `unchanged` does not and is told to nobody.
alter table game_finals
  add column is_confirmed boolean not null default false,
  add column announced_as text check (announced_as in ('final', 'corrected', 'unchanged', 'withdrawn')),
  add column announced_at timestamptz(3),
  add check (coalesce(announced_as in ('final', 'corrected'), false) = (announced_at is not null));
create index game_finals_waiting on game_finals (settled_at) where announced_as is null;
create index game_finals_announced on game_finals (announced_at desc, game_id desc, final_event_id desc)
  where announced_at is not null;

-- What was settled before anything was announced is no news any more.
update game_finals f set announced_as = 'final', announced_at = f.settled_at
  where exists (select from standing_finals s where s.game_id = f.game_id and s.final_event_id = f.final_event_id);
update game_finals set announced_as = 'withdrawn' where announced_as is null;

-- Settles a final whose score was disputed, as write_game_result would have settled it (F-4): with the score of the stored result.
--   answers  'confirmed', 'repeated', 'not-standing', 'not-disputed' or 'not-reached'
create function confirm_final(p_game uuid, p_final uuid) returns text language plpgsql as $$
declare
  head game_heads%rowtype;
  settled game_finals%rowtype;
  result game_results%rowtype;
begin
  -- Nobody changes the status between this look and the commit (I-22).
  select * into head from game_heads h where h.game_id = p_game for share;
  if not found or head.status <> 'final' or head.status_event_id <> p_final then
    return 'not-standing';
  end if;
  select * into settled from game_finals f where f.game_id = p_game and f.final_event_id = p_final;
  if found then
    return case when settled.is_confirmed then 'repeated' else 'not-disputed' end;
  end if;
  select * into result from game_results r where r.game_id = p_game;
  if not found or result.revision < head.status_seq then
    return 'not-reached';
  end if;
  insert into game_finals (game_id, final_event_id, revision, home_pts, away_pts, is_confirmed)
  values (p_game, p_final, result.revision, result.home_pts, result.away_pts, true)
  on conflict do nothing;
  return case when found then 'confirmed' else 'repeated' end;
end $$;

-- What each game gave to its season, as the process without a job folded it (J-10). null lines: the game does not count now.
-- Rows stay when a game goes, with nothing in them: the version of a season is the sum of its rows, and only ever grows.
create table season_games (
  game_id        uuid primary key,
  season_id      uuid not null references seasons (id) on delete cascade,
  revision       integer not null,
  engine_version integer not null,
  lines          jsonb
);
create index season_games_of_season on season_games (season_id);

create or replace function forget_game_log(p_game uuid) returns void language plpgsql as $$
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
  update season_games set lines = null, revision = revision + 1 where game_id = p_game and lines is not null;
  perform set_config('bball.forgetting', '', true);
end $$;
