package basketball.livestats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import basketball.livestats.LiveStatsJob.NamedSink;
import basketball.livestats.engine.Fixture;
import basketball.livestats.engine.JavetEngineHosts;
import basketball.livestats.events.SourceRecord;
import basketball.livestats.fold.FoldSettings;
import basketball.livestats.kafka.Outgoing;
import basketball.livestats.kafka.Topics;
import basketball.livestats.results.GameResult;
import basketball.livestats.seasons.SeasonTable;
import basketball.livestats.support.Collecting;
import basketball.livestats.support.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole job on a small cluster in this JVM, from bytes to topics and stores. */
class LiveStatsJobTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder().setNumberTaskManagers(1).setNumberSlotsPerTaskManager(2).build());

  private static SourceRecord record(String key, String value, long offset) {
    SourceRecord record = new SourceRecord();
    record.topic = Topics.GAME_EVENTS;
    record.offset = offset;
    record.key = key.getBytes(UTF_8);
    record.value = value.getBytes(UTF_8);
    record.seasonId = "season";
    return record;
  }

  /** Logs side by side, each event twice, and bytes that are no event among them. */
  private static List<SourceRecord> interleaved(List<Fixture> logs) {
    List<SourceRecord> records = new ArrayList<>();
    int longest = logs.stream().mapToInt(log -> log.events().size()).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (Fixture log : logs) {
        if (i >= log.events().size()) continue;
        records.add(record(log.gameId(), log.events().get(i), records.size()));
        records.add(record(log.gameId(), log.events().get(i), records.size()));
      }
    }
    records.add(longest, record("nobody", "no event", 0));
    return records;
  }

  @Test
  @DisplayName("P3: logs through the whole job give the results of Node, their deltas chain, and the season is told of")
  void wholeJob() throws Exception {
    List<Fixture> logs = List.of(Fixture.named("fiba-game"), Fixture.named("basic"), Fixture.named("many-corrections"));
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(2);
    new LiveStatsJob(
            Listed.of(interleaved(logs), () -> isComplete(logs)),
            new JavetEngineHosts(100_000, 384, 2_000),
            FoldSettings.PROTOCOL,
            new Collecting<>("topics"),
            List.of(new NamedSink<>("results", new Collecting<GameResult>("results"))),
            List.of(new NamedSink<>("seasons", new Collecting<SeasonTable>("seasons"))))
        .on(environment);
    environment.execute();

    List<Outgoing> said = Collecting.of("topics");
    List<GameResult> results = Collecting.of("results");
    for (Fixture log : logs) {
      assertEquals(log.hash(), lastHash(log, results), log.name());
      assertChained(log, said);
    }
    Map<String, Long> counts = said.stream().collect(Collectors.groupingBy(one -> one.topic, Collectors.counting()));
    assertEquals(1, counts.get(Topics.DEAD));
    assertTrue(counts.get(Topics.PLAYER_ACTIONS) > 500);
    List<SeasonTable> tables = Collecting.of("seasons");
    assertTrue(tables.get(tables.size() - 1).table.startsWith("{\"games\":2,"));
  }

  private static String lastHash(Fixture log, List<GameResult> results) {
    return results.stream().filter(one -> one.gameId.equals(log.gameId())).map(one -> one.hash).reduce("", (a, b) -> b);
  }

  private static boolean isComplete(List<Fixture> logs) {
    List<GameResult> results = Collecting.of("results");
    List<SeasonTable> tables = Collecting.of("seasons");
    return logs.stream().allMatch(log -> log.hash().equals(lastHash(log, results)))
        && !tables.isEmpty()
        && tables.get(tables.size() - 1).table.startsWith("{\"games\":2,");
  }

  private static void assertChained(Fixture log, List<Outgoing> said) {
    int at = 0;
    for (Outgoing one : said) {
      if (!one.topic.equals(Topics.STATISTICS_UPDATES) || !one.keyText().equals(log.gameId())) continue;
      int from = number(one.text(), "previousRevision");
      assertTrue(from == 0 || from == at, log.name() + " at " + at + " from " + from);
      at = number(one.text(), "revision");
    }
    assertEquals(log.events().size(), at, log.name());
  }

  private static int number(String json, String field) {
    return Integer.parseInt(json.replaceFirst("(?s).*?\"" + field + "\":(\\d+).*", "$1"));
  }
}
