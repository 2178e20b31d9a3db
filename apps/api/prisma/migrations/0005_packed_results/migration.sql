-- Results are packed by zstd from now on. What is stored goes; the sweep at the next start folds it anew from the logs.
delete from player_lines;
delete from team_lines;
delete from game_results;
alter table game_results alter column snapshot set storage external;
