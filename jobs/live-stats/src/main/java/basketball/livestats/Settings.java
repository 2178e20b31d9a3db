package basketball.livestats;

import basketball.livestats.engine.JavetEngineHosts;
import basketball.livestats.results.Postgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What the environment says, read once. Kafka and the database must be named; without Redis the job does without. */
public record Settings(
    Properties kafka, Postgres postgres, String redisUrl, int parallelism, JavetEngineHosts engine) {
  private static final int FOLD_LIMIT_MS = 2_000;
  /** An event that is folded takes some 1.3 KB of the heap, which V8 must never run out of: that ends the JVM. */
  private static final int MOST_EVENTS = 180_000;
  private static final int HEAP_MB = 320;

  /** @throws IllegalArgumentException with everything that is missing */
  public static Settings from(Map<String, String> environment) {
    List<String> missing = new ArrayList<>();
    for (String name : List.of("KAFKA_BROKERS", "DATABASE_JDBC_URL")) {
      if (environment.getOrDefault(name, "").isEmpty()) missing.add(name);
    }
    if (!missing.isEmpty()) throw new IllegalArgumentException("not set: " + String.join(", ", missing));
    return new Settings(
        kafka(environment),
        new Postgres(
            environment.get("DATABASE_JDBC_URL"),
            environment.getOrDefault("DATABASE_USER", ""),
            environment.getOrDefault("DATABASE_PASSWORD", "")),
        environment.getOrDefault("REDIS_URL", ""),
        number(environment, "JOB_PARALLELISM", 1),
        new JavetEngineHosts(
            number(environment, "ENGINE_EVENTS", MOST_EVENTS),
            number(environment, "ENGINE_HEAP_MB", HEAP_MB),
            FOLD_LIMIT_MS));
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    return Integer.parseInt(environment.getOrDefault(name, Integer.toString(otherwise)));
  }

  /** A user's name means SASL over TLS, as Confluent Cloud has it; an own certificate authority is given as PEM. */
  private static Properties kafka(Map<String, String> environment) {
    Properties kafka = new Properties();
    kafka.setProperty("bootstrap.servers", environment.get("KAFKA_BROKERS"));
    String user = environment.getOrDefault("KAFKA_SASL_USERNAME", "");
    String authority = environment.getOrDefault("KAFKA_SSL_CA", "");
    if (user.isEmpty() && authority.isEmpty()) return kafka;
    kafka.setProperty("security.protocol", user.isEmpty() ? "SSL" : "SASL_SSL");
    if (!user.isEmpty()) {
      kafka.setProperty("sasl.mechanism", "PLAIN");
      kafka.setProperty("sasl.jaas.config", plainLogin(user, environment.getOrDefault("KAFKA_SASL_PASSWORD", "")));
    }
    if (!authority.isEmpty()) {
      kafka.setProperty("ssl.truststore.type", "PEM");
      kafka.setProperty(
          authority.startsWith("-----") ? "ssl.truststore.certificates" : "ssl.truststore.location", authority);
    }
    return kafka;
  }

  private static String plainLogin(String user, String password) {
    String login = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";";
    return String.format(login, quoted(user), quoted(password));
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
