package basketball.livestats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import basketball.livestats.LiveStatsJob.NamedSink;
import basketball.livestats.fold.FakeEngine;
import basketball.livestats.fold.FoldSettings;
import basketball.livestats.kafka.Outgoing;
import basketball.livestats.kafka.Topics;
import basketball.livestats.results.GameResult;
import basketball.livestats.support.Collecting;
import basketball.livestats.support.GameEvents;
import basketball.livestats.support.Servers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job goes from one engine to the next by savepoints, reading a real topic by SASL_SSL. The engines only count; the first and
 * the third, which is the first under a higher number, fail on poison.
 */
class UpgradeTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder().setNumberTaskManagers(1).setNumberSlotsPerTaskManager(2).build());

  private static final String LIVE = "live";
  private static final String IDLE = "idle";
  private static final String PARKED = "parked";
  private static final long DEADLINE_MS = 30_000;

  /** A job under one engine. What it says stays after it. */
  private record Running(int engineVersion, JobClient client) {
    static Running from(String savepoint, int engineVersion) throws Exception {
      Settings settings = Servers.settings();
      Configuration configuration = Main.defaults();
      if (savepoint != null) configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
      StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
      environment.setParallelism(2);
      new LiveStatsJob(
              Main.source(settings),
              () -> new FakeEngine(engineVersion),
              FoldSettings.PROTOCOL,
              new Collecting<>("topics@" + engineVersion),
              List.of(new NamedSink<>("results", new Collecting<GameResult>("results@" + engineVersion))),
              List.of())
          .on(environment);
      return new Running(engineVersion, environment.executeAsync());
    }

    List<String> said(String topic, String key) {
      List<Outgoing> all = Collecting.of("topics@" + engineVersion);
      return all.stream().filter(one -> one.topic.equals(topic) && one.keyText().equals(key)).map(Outgoing::text).toList();
    }

    List<String> deltas(String gameId) {
      return said(Topics.STATISTICS_UPDATES, gameId);
    }

    /** `revision@engineVersion` of each, as they were given to the stores. */
    List<String> results(String gameId) {
      List<GameResult> all = Collecting.of("results@" + engineVersion);
      return all.stream().filter(one -> one.gameId.equals(gameId)).map(one -> one.revision + "@" + one.engineVersion).toList();
    }

    void await(BooleanSupplier fact) throws InterruptedException {
      Collecting.await(fact, DEADLINE_MS);
      assertTrue(fact.getAsBoolean(), () -> "said: " + Collecting.<Outgoing>of("topics@" + engineVersion).stream().map(Outgoing::text).toList());
    }

    String stop(Path folder) throws Exception {
      return client
          .stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
          .get(DEADLINE_MS, TimeUnit.MILLISECONDS);
    }
  }

  @Test
  @DisplayName("J-11, K-9: each engine goes on from the savepoint of the one before, says every game whole once it is sent again, and nothing twice")
  void upgradeAndRollback(@TempDir Path folder) throws Exception {
    try (GameEvents topic = GameEvents.fromNowOn()) {
      topic.send(LIVE, 1, 5);
      topic.send(IDLE, 1, 3);
      topic.sendPoison(PARKED, 1);
      topic.send(PARKED, 2, 4);
      Running first = Running.from(null, 1);
      first.await(() -> first.results(LIVE).contains("5@1") && first.results(IDLE).contains("3@1") && isDead(first));
      assertEquals(List.of(), first.deltas(PARKED));
      String savepoint = first.stop(folder);

      Running second = Running.from(savepoint, 2);
      topic.send(LIVE, 6, 6);
      second.await(() -> second.results(LIVE).contains("6@2"));
      assertEquals(List.of("0-6@2"), second.deltas(LIVE), "of a game that goes on all is said at its next play");
      assertEquals(List.of("a6"), second.said(Topics.PLAYER_ACTIONS, "player"));
      assertEquals(List.of(), second.deltas(IDLE), "of others when they are sent again");
      republish(topic, second, 2);
      second.await(() -> second.deltas(LIVE).size() == 2);
      assertEquals(List.of("0-6@2", "0-6@2"), second.deltas(LIVE));
      assertEquals(List.of("0-3@2"), second.deltas(IDLE));
      assertEquals(List.of("0-4@2"), second.deltas(PARKED), "what the old engine could not fold is tried");
      assertEquals(List.of("a6"), second.said(Topics.PLAYER_ACTIONS, "player"), "what was said is not said again");
      savepoint = second.stop(folder);

      Running rollback = Running.from(savepoint, 3);
      republish(topic, rollback, 3);
      assertEquals(List.of("0-6@3"), rollback.deltas(LIVE));
      assertEquals(List.of("0-3@3"), rollback.deltas(IDLE));
      rollback.await(() -> isDead(rollback));
      assertEquals(List.of(), rollback.deltas(PARKED));
      assertEquals(List.of(), rollback.said(Topics.PLAYER_ACTIONS, "player"));
      rollback.stop(folder);
    }
  }

  /** As the sweep does for every game of an older engine. */
  private static void republish(GameEvents topic, Running job, int engineVersion) throws Exception {
    topic.sendPoisonAgain(PARKED, 1, 4);
    topic.sendAgain(PARKED, 2, 4);
    topic.sendAgain(IDLE, 1, 3);
    topic.sendAgain(LIVE, 1, 6);
    job.await(() -> job.results(LIVE).contains("6@" + engineVersion) && job.results(IDLE).contains("3@" + engineVersion));
    job.await(() -> isDead(job) || job.results(PARKED).contains("4@" + engineVersion));
  }

  private static boolean isDead(Running job) {
    return !job.said(Topics.DEAD, PARKED).isEmpty();
  }
}
