package basketball.livestats.seasons;

import basketball.livestats.results.Postgres;
import basketball.livestats.results.PostgresStore;
import basketball.livestats.sink.Store;
import basketball.livestats.sink.Stores;

/** Season tables in PostgreSQL (migration 0006). */
public record PostgresSeasons(Postgres postgres) implements Stores<SeasonTable> {
  private static final String WRITE =
      """
      insert into season_tables as t (season_id, revisions, engine_versions, "table") values (?::uuid, ?, ?, ?::jsonb)
      on conflict (season_id) do update set revisions = excluded.revisions, engine_versions = excluded.engine_versions,
        "table" = excluded."table", written_at = now()
      where (t.revisions, t.engine_versions) < (excluded.revisions, excluded.engine_versions)
      """;

  @Override
  public Store<SeasonTable> open() {
    return new PostgresStore<>(
        postgres,
        WRITE,
        (statement, table) -> {
          statement.setString(1, table.seasonId);
          statement.setLong(2, table.revisions);
          statement.setLong(3, table.engineVersions);
          statement.setString(4, table.table);
        });
  }
}
