package basketball.livestats.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import basketball.livestats.Settings;
import basketball.livestats.engine.EngineHosts;
import basketball.livestats.engine.Fixture;
import basketball.livestats.events.EventHead;
import basketball.livestats.events.LoggedEvent;
import basketball.livestats.kafka.Outgoing;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * The fold operator alone over a backlog, in processor time of its thread: with the engine, and with one that only gives back. The clock
 * of the operator goes as the processor does. Arguments: games, events of each, how many games side by side (0: all), rounds, and `engine`
 * to leave the other one out, where memory is asked for.
 */
public final class FoldBench {
  /** Later than any deltas and results that a backlog leaves. */
  private static final long DRAINED_MS = 60_000;
  private static final int BATCH = 1_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Fixture log = Fixture.named("fiba-game");
  private final int games;
  private final int events;
  private final int together;

  private FoldBench(int games, int events, int together) {
    this.games = games;
    this.events = Math.min(events, log.events().size());
    this.together = together == 0 ? games : together;
  }

  public static void main(String[] arguments) throws Exception {
    FoldBench bench =
        new FoldBench(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    EngineHosts engine = Settings.from(Map.of("KAFKA_BROKERS", "-", "DATABASE_JDBC_URL", "-")).engine();
    boolean isAlone = arguments.length > 4 && arguments[4].equals("engine");
    for (int round = 0; round < Integer.parseInt(arguments[3]); round++) {
      double bare = isAlone ? Double.NaN : bench.perSecond(IdentityEngine::new);
      double rate = bench.perSecond(engine);
      System.out.printf(
          "%d games of %d events, %d at once: engine %.0f events/s, identity %.0f, ratio %.2f; resident at most %d MB%n",
          bench.games, bench.events, bench.together, rate, bare, rate / bare, residentMb());
    }
    System.exit(0);
  }

  private static long residentMb() throws IOException {
    String status = Files.readString(Path.of("/proc/self/status"));
    return Long.parseLong(status.replaceAll("(?s).*VmHWM:\\s*(\\d+) kB.*", "$1")) / 1024;
  }

  private double perSecond(EngineHosts hosts) throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, LoggedEvent, Outgoing> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new FoldGames(hosts, FoldSettings.PROTOCOL)), event -> event.gameId, Types.STRING)) {
      harness.open();
      pass(harness, 0);
      long nanos = 0;
      for (long from = 0; from < (long) games * events; from += BATCH) {
        List<LoggedEvent> batch = batch(from);
        long begun = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < batch.size(); i++) {
          harness.processElement(new StreamRecord<>(batch.get(i)));
          if (i % 100 == 0) pass(harness, (nanos + threads.getCurrentThreadCpuTime() - begun) / 1_000_000);
        }
        nanos += threads.getCurrentThreadCpuTime() - begun;
      }
      long begun = threads.getCurrentThreadCpuTime();
      for (long ms = 0; ms < DRAINED_MS; ms += 20) pass(harness, nanos / 1_000_000 + ms);
      return 1e9 * games * events / (nanos + threads.getCurrentThreadCpuTime() - begun);
    }
  }

  /** Copies of one log under other ids: of the games side by side the n-th event of each after the other. */
  private List<LoggedEvent> batch(long from) throws Exception {
    List<LoggedEvent> batch = new ArrayList<>(BATCH);
    for (long at = from; at < Math.min(from + BATCH, (long) games * events); at++) {
      long round = at / ((long) together * events);
      long within = at % ((long) together * events);
      batch.add(event((int) (round * together + within % together), (int) (within / together)));
    }
    return batch;
  }

  private LoggedEvent event(int game, int index) throws Exception {
    LoggedEvent event = new LoggedEvent();
    event.gameId = String.format("%08d%s", game, log.gameId().substring(8));
    event.bytes = log.events().get(index).replace(log.gameId(), event.gameId).getBytes(UTF_8);
    EventHead head = EventHead.read(event.bytes);
    event.id = head.id();
    event.seq = head.seq();
    return event;
  }

  private static void pass(KeyedOneInputStreamOperatorTestHarness<String, LoggedEvent, Outgoing> harness, long ms)
      throws Exception {
    harness.setProcessingTime(1_000_000 + ms);
    harness.getOutput().clear();
    if (harness.getSideOutput(FoldGames.RESULTS) != null) harness.getSideOutput(FoldGames.RESULTS).clear();
  }
}
