package basketball.livestats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the job makes of its environment. */
class SettingsTest {
  private static final Map<String, String> LEAST = Map.of("KAFKA_BROKERS", "kafka:9092", "DATABASE_JDBC_URL", "jdbc:postgresql://db/bball");

  @Test
  @DisplayName("settings: all that is missing is said at once")
  void missing() {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Settings.from(Map.of()));
    assertEquals("not set: KAFKA_BROKERS, DATABASE_JDBC_URL", refused.getMessage());
  }

  @Test
  @DisplayName("settings: without user and authority the broker is spoken to plainly, and without Redis the job does without")
  void least() {
    Settings settings = Settings.from(LEAST);
    assertEquals(Map.of("bootstrap.servers", "kafka:9092"), settings.kafka());
    assertEquals("", settings.redisUrl());
    assertEquals(1, settings.parallelism());
  }
}
