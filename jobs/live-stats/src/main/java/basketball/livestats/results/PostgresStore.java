package basketball.livestats.results;

import basketball.livestats.sink.Store;
import basketball.livestats.sink.Versioned;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes by one statement in batches, each row for itself: where a batch fails its rows are tried one by one, so that one the
 * database refuses holds up no other.
 */
public final class PostgresStore<T extends Versioned> implements Store<T> {
  private final Postgres postgres;
  private final String statement;
  private final Binder<T> binder;
  private Connection connection;

  /** Sets the parameters of the statement. */
  @FunctionalInterface
  public interface Binder<T> {
    void bind(PreparedStatement statement, T one) throws SQLException;
  }

  public PostgresStore(Postgres postgres, String statement, Binder<T> binder) {
    this.postgres = postgres;
    this.statement = statement;
    this.binder = binder;
  }

  @Override
  public void write(List<T> batch) throws SQLException {
    try {
      if (connection == null) connection = postgres.connect();
      writeTogether(batch);
    } catch (SQLException failed) {
      if (!isAboutData(failed)) {
        close();
        throw failed;
      }
      for (T one : batch) writeAlone(one);
    }
  }

  private void writeTogether(List<T> batch) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (T one : batch) {
        binder.bind(prepared, one);
        prepared.addBatch();
      }
      prepared.executeBatch();
    } catch (AssertionError gone) {
      // pgjdbc 42.7 throws this, no SQLException, where the connection goes in the middle of a batch.
      throw new SQLException("the connection went in the middle of a batch", "08006", gone);
    }
  }

  private void writeAlone(T one) throws SQLException {
    try {
      writeTogether(List.of(one));
    } catch (SQLException failed) {
      if (isAboutData(failed)) {
        Refused.log(one, failed);
        return;
      }
      close();
      throw failed;
    }
  }

  /** 22: data, 23: integrity (a game that was deleted). Everything else passes by itself, or is for a person to mend. */
  private static boolean isAboutData(SQLException failed) {
    SQLException cause = failed instanceof BatchUpdateException && failed.getNextException() != null ? failed.getNextException() : failed;
    String state = cause.getSQLState();
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  @Override
  public void close() {
    Connection old = connection;
    connection = null;
    if (old == null) return;
    try {
      old.close();
    } catch (SQLException closed) {
      // It is gone either way.
    }
  }
}
