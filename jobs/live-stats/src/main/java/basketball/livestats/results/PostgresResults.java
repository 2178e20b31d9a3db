package basketball.livestats.results;

import basketball.livestats.sink.Store;
import basketball.livestats.sink.Stores;

/** Results in PostgreSQL by its own function, which refuses what is older and what is beyond the head of the log (W-2). */
public record PostgresResults(Postgres postgres) implements Stores<GameResult> {
  private static final String WRITE =
      "select write_game_result(?::uuid, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)";

  @Override
  public Store<GameResult> open() {
    return new PostgresStore<>(
        postgres,
        WRITE,
        (statement, result) -> {
          statement.setString(1, result.gameId);
          statement.setInt(2, result.revision);
          statement.setInt(3, result.engineVersion);
          statement.setString(4, result.hash);
          statement.setBytes(5, Packed.of(result.bytes));
          statement.setString(6, result.summary);
          statement.setString(7, result.players);
          statement.setString(8, result.teams);
        });
  }
}
