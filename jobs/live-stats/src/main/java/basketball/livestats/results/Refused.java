package basketball.livestats.results;

import basketball.livestats.sink.Versioned;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the database will not take, however often it is asked. */
final class Refused {
  private static final Logger LOG = LoggerFactory.getLogger(Refused.class);

  private Refused() {}

  static void log(Versioned one, SQLException why) {
    LOG.error("event=result.refused key={} revision={} state={}", one.key(), one.revision(), why.getSQLState(), why);
  }
}
