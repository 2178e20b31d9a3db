package basketball.livestats.results;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Tells which engine runs from now on: the sweep asks for every game of an older one (K-9). */
public final class EngineRuns {
  private EngineRuns() {}

  public static void started(Postgres postgres, int engineVersion) throws SQLException {
    try (Connection connection = postgres.connect();
        PreparedStatement insert =
            connection.prepareStatement("insert into engine_runs (engine_version) values (?)")) {
      insert.setInt(1, engineVersion);
      insert.executeUpdate();
    }
  }
}
