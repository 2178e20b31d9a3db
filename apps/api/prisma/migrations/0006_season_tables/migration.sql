-- Leaders and team form of each season, as the job made them of the final games it knows (J-10). A cache: a refold of the season's games
-- makes it anew. Newer is what was made of newer games: the sums of their revisions and of their engine versions only grow.
create table season_tables (
  season_id       uuid primary key,
  revisions       bigint not null,
  engine_versions bigint not null,
  "table"         jsonb not null,
  written_at      timestamptz not null default now()
);
