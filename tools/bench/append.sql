\set game random(1, :games)
select a.* from bench_games g, append_events(g.game_id, jsonb_build_array(jsonb_build_object('hash', repeat('ab', 32), 'hold', null, 'body', jsonb_set(g.body, '{id}', to_jsonb(cast(gen_random_uuid() as text))))), 'bench') a where g.number = :game;
