package basketball.livestats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The graph of the job as `Main` puts it together. */
class JobGraphTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "KAFKA_BROKERS", "kafka:9092",
          "DATABASE_JDBC_URL", "jdbc:postgresql://db/bball",
          "REDIS_URL", "redis://redis");

  /** Never renamed, never removed without a way for their state. Kafka's committers follow their sink and keep nothing. */
  private static final Set<String> UIDS =
      Set.of(
          "game-events", "read-events", "fold-games", "fold-seasons",
          "topics", "Sink Committer: topics", "other-topics", "Sink Committer: other-topics",
          "postgres-results", "redis-results", "postgres-seasons", "redis-seasons");

  @Test
  @DisplayName("J-11: every operator has its uid, and none was renamed: state is found again by it")
  void uids() {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(Main.defaults());
    Main.job(Settings.from(ENVIRONMENT)).on(environment);
    Set<String> uids = new TreeSet<>();
    StreamGraph graph = environment.getStreamGraph(false);
    for (StreamNode node : graph.getStreamNodes()) {
      uids.add(node.getTransformationUID() == null ? "none: " + node.getOperatorName() : node.getTransformationUID());
    }
    assertEquals(UIDS, uids);
    graph.getJobGraph(); // throws where Flink, told to make no uids of its own, misses one
  }
}
