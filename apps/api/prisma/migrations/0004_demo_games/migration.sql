-- The games that the demo plays live, in their order: a restart goes on with the last one, and old ones go.
create table demo_games (
  game_id uuid primary key references games (id) on delete cascade,
  n       integer generated always as identity,
  is_over boolean not null default false
);
