package basketball.livestats.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import basketball.livestats.engine.EngineHosts;
import basketball.livestats.engine.Fixture;
import basketball.livestats.engine.JavetEngineHosts;
import basketball.livestats.events.EventHead;
import basketball.livestats.events.LoggedEvent;
import basketball.livestats.kafka.Outgoing;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * The fold operator alone, a backlog of many games side by side, in microseconds of processor an event: with the engine, and with one
 * that only counts in its place. The clock of the operator goes as the processor does. Arguments: games, rounds.
 */
public final class FoldBench {
  /** Later than any timer that a backlog leaves. */
  private static final long DRAINED_MS = 3_600_000;

  private FoldBench() {}

  public static void main(String[] arguments) throws Exception {
    int games = Integer.parseInt(arguments[0]);
    List<LoggedEvent> backlog = backlog(games);
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      double counting = microseconds(FakeEngine::new, backlog);
      double engine = microseconds(new JavetEngineHosts(80_000, 384, 2_000), backlog);
      System.out.printf(
          "%d games, %d events: engine %.1f us an event, counting %.1f, %.0f events/s%n",
          games, backlog.size(), engine, counting, 1e6 / engine);
    }
    System.exit(0);
  }

  /** Copies of one log under other ids, the n-th event of each after the other. */
  private static List<LoggedEvent> backlog(int games) throws Exception {
    Fixture log = Fixture.named("fiba-game");
    List<LoggedEvent> events = new ArrayList<>();
    for (String text : log.events()) {
      for (int game = 0; game < games; game++) {
        LoggedEvent event = new LoggedEvent();
        event.gameId = String.format("%08d%s", game, log.gameId().substring(8));
        event.bytes = text.replace(log.gameId(), event.gameId).getBytes(UTF_8);
        EventHead head = EventHead.read(event.bytes);
        event.id = head.id();
        event.seq = head.seq();
        events.add(event);
      }
    }
    return events;
  }

  private static double microseconds(EngineHosts hosts, List<LoggedEvent> events) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    try (KeyedOneInputStreamOperatorTestHarness<String, LoggedEvent, Outgoing> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new FoldGames(hosts, FoldSettings.PROTOCOL)), event -> event.gameId, Types.STRING)) {
      harness.open();
      pass(harness, 0);
      long begun = threads.getCurrentThreadCpuTime();
      int count = 0;
      for (LoggedEvent event : events) {
        harness.processElement(new StreamRecord<>(event));
        if (++count % 100 == 0) pass(harness, (threads.getCurrentThreadCpuTime() - begun) / 1_000_000);
      }
      pass(harness, DRAINED_MS);
      return (threads.getCurrentThreadCpuTime() - begun) / 1e3 / events.size();
    }
  }

  private static void pass(KeyedOneInputStreamOperatorTestHarness<String, LoggedEvent, Outgoing> harness, long ms)
      throws Exception {
    harness.setProcessingTime(1_000_000 + ms);
    harness.getOutput().clear();
    if (harness.getSideOutput(FoldGames.RESULTS) != null) harness.getSideOutput(FoldGames.RESULTS).clear();
  }
}
