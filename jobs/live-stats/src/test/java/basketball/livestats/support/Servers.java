package basketball.livestats.support;

import basketball.livestats.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The real servers that tests talk to, by the variables of the job with `TEST_` before them: a test must not find the servers of a job
 * that runs on the same machine.
 */
public final class Servers {
  private static final String PREFIX = "TEST_";
  private static final List<String> NEEDED =
      List.of("DATABASE_JDBC_URL", "REDIS_URL", "KAFKA_BROKERS", "KAFKA_SASL_USERNAME", "KAFKA_SSL_CA");

  private Servers() {}

  public static Settings settings() {
    return Settings.from(environment());
  }

  /** As the job would read it. Without servers a test fails: skipped, it would prove nothing and look well. */
  public static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    System.getenv()
        .forEach((name, value) -> {
          if (name.startsWith(PREFIX)) environment.put(name.substring(PREFIX.length()), value);
        });
    List<String> missing = NEEDED.stream().filter(name -> !environment.containsKey(name)).map(PREFIX::concat).toList();
    if (missing.isEmpty()) return environment;
    throw new AssertionError(
        "not set: " + String.join(", ", missing) + ". This test needs PostgreSQL, Redis and Kafka: `npm test -- java` starts them");
  }
}
