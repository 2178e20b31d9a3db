package basketball.livestats.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import basketball.livestats.events.EventHead;
import basketball.livestats.events.LoggedEvent;
import basketball.livestats.kafka.Outgoing;
import basketball.livestats.kafka.Topics;
import basketball.livestats.results.GameResult;
import basketball.livestats.seasons.SeasonGame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The fold operator with an engine that only counts and a clock that is moved by hand. */
final class FoldHarness implements AutoCloseable {
  static final String GAME = "game-a";

  final FakeEngine engine = new FakeEngine();
  private final KeyedOneInputStreamOperatorTestHarness<String, LoggedEvent, Outgoing> harness;
  private int read;
  private int resultsRead;
  private int seasonGamesRead;
  private long now;

  FoldHarness() throws Exception {
    this(null, 1);
  }

  /** Goes on from a checkpoint, an hour later. */
  FoldHarness(OperatorSubtaskState from, int engineVersion) throws Exception {
    this(from, engineVersion, 1_000_000 + (from == null ? 0 : Duration.ofHours(1).toMillis()));
  }

  FoldHarness(OperatorSubtaskState from, int engineVersion, long now) throws Exception {
    this.now = now;
    engine.version = engineVersion;
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new FoldGames(() -> engine, FoldSettings.PROTOCOL)),
            event -> event.gameId,
            Types.STRING);
    harness.setup();
    if (from != null) harness.initializeState(from);
    harness.open();
    harness.setProcessingTime(now);
  }

  static LoggedEvent event(int seq, String type) throws Exception {
    return event(GAME, seq, "id-" + seq, type);
  }

  static LoggedEvent event(String gameId, int seq, String id, String type) throws Exception {
    LoggedEvent event = new LoggedEvent();
    String json = "{\"gameId\":\"%s\",\"id\":\"%s\",\"seq\":%d,\"type\":\"%s\"}";
    event.bytes = String.format(json, gameId, id, seq, type).getBytes(UTF_8);
    EventHead head = EventHead.read(event.bytes);
    event.gameId = head.gameId();
    event.id = head.id();
    event.seq = head.seq();
    return event;
  }

  void take(LoggedEvent event) throws Exception {
    harness.processElement(new StreamRecord<>(event));
  }

  void take(int... seqs) throws Exception {
    for (int seq : seqs) take(event(seq, "play"));
  }

  void replay(int from, int through) throws Exception {
    for (int seq = from; seq <= through; seq++) replayOne(seq, through);
  }

  void replayOne(int seq, int through) throws Exception {
    LoggedEvent event = event(seq, "play");
    event.replayThrough = through;
    take(event);
  }

  long now() {
    return now;
  }

  /** Timers of the first quarter of a second go off one by one, as they do in life; then the clock leaps. */
  void pass(long ms) throws Exception {
    long end = now + ms;
    while (now < Math.min(end, end - ms + 250)) harness.setProcessingTime(++now);
    now = end;
    harness.setProcessingTime(now);
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, now);
  }

  int stateEntries() {
    return harness.numKeyedStateEntries();
  }

  int timers() {
    return harness.numProcessingTimeTimers();
  }

  /** What was said to topics since the last question, as `topic value` (dead letters and requests by their reason). */
  List<String> said() {
    List<String> said = new ArrayList<>();
    List<Outgoing> all = harness.extractOutputValues();
    for (Outgoing outgoing : all.subList(read, all.size())) said.add(line(outgoing));
    read = all.size();
    return said;
  }

  private static String line(Outgoing outgoing) {
    return switch (outgoing.topic) {
      case Topics.STATISTICS_UPDATES -> "delta " + outgoing.text();
      case Topics.GAME_STATE -> outgoing.text();
      case Topics.PLAYER_ACTIONS -> "action " + outgoing.text();
      case Topics.LOG_REQUESTS -> "ask " + outgoing.text().replaceAll(".*\"reason\":\"([a-z-]+)\",\"lastSeq\":(\\d+).*", "$1 $2");
      default -> "dead " + outgoing.headers.get("reason");
    };
  }

  /** Without game states, which follow every delta. */
  List<String> news() {
    return said().stream().filter(line -> !line.startsWith("state")).toList();
  }

  List<Integer> results() {
    Queue<StreamRecord<GameResult>> all = harness.getSideOutput(FoldGames.RESULTS);
    if (all == null) return List.of();
    List<Integer> revisions = all.stream().map(record -> record.getValue().revision).skip(resultsRead).toList();
    resultsRead = all.size();
    return revisions;
  }

  List<String> seasonGames() {
    Queue<StreamRecord<SeasonGame>> all = harness.getSideOutput(FoldGames.SEASON_GAMES);
    if (all == null) return List.of();
    List<String> games =
        all.stream()
            .map(StreamRecord::getValue)
            .map(game -> game.seasonId + " " + game.revision + " " + (game.lines.isEmpty() ? "empty" : "lines"))
            .skip(seasonGamesRead)
            .toList();
    seasonGamesRead = all.size();
    return games;
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
