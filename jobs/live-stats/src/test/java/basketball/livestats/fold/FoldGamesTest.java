package basketball.livestats.fold;

import static basketball.livestats.fold.FoldHarness.GAME;
import static basketball.livestats.fold.FoldHarness.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import basketball.livestats.events.LoggedEvent;
import java.time.Duration;
import java.util.List;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rules of protocol.md §8, with an engine that only counts. */
class FoldGamesTest {
  private FoldHarness job;

  @BeforeEach
  void open() throws Exception {
    job = new FoldHarness();
  }

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  @Test
  @DisplayName("J-1: a repeat changes nothing and is not said")
  void repeat() throws Exception {
    job.take(1, 2);
    job.pass(1000);
    job.said();
    job.take(1, 2);
    job.pass(1000);
    assertEquals(List.of(), job.said());
    assertEquals(2, job.engine.applied);
  }

  @Test
  @DisplayName("J-1: another id at a seq is a dead letter, and the log is asked for once in five seconds")
  void forked() throws Exception {
    job.take(1, 2);
    job.pass(1000);
    job.said();
    LoggedEvent other = event(GAME, 2, "id-other", "play");
    job.take(other);
    job.take(other);
    assertEquals(List.of("dead log-forked", "ask forked 2", "dead log-forked"), job.said());
    job.pass(5000);
    job.take(other);
    assertEquals(List.of("dead log-forked", "ask forked 2"), job.said());
  }

  @Test
  @DisplayName("J-1: a log that comes again with restart replaces what was known from seq 1 on")
  void restart() throws Exception {
    job.take(1, 2, 3);
    job.pass(1000);
    job.said();
    for (int seq = 1; seq <= 2; seq++) {
      LoggedEvent event = event(GAME, seq, "id-other-" + seq, "play");
      event.isRestart = true;
      event.replayThrough = 2;
      job.take(event);
    }
    assertEquals(List.of("delta 0-2@1"), job.news());
    assertEquals(2, job.engine.lastSeq(GAME));
  }

  @Test
  @DisplayName("J-2: what came early is folded when the hole is filled")
  void gapDrains() throws Exception {
    job.take(1);
    job.said();
    job.take(3, 4);
    assertEquals(List.of("ask gap 1"), job.said());
    job.pass(100);
    job.take(2);
    assertEquals(List.of("delta 1-4@1", "action a2", "action a3", "action a4"), job.news());
  }

  @Test
  @DisplayName("J-3: the log is asked for at once, again after 5, 10 and 20 seconds, and no more when the hole is filled")
  void asking() throws Exception {
    job.take(1);
    job.said();
    job.take(3);
    assertEquals(List.of("ask gap 1"), job.said());
    job.pass(4_999);
    assertEquals(List.of(), job.said());
    job.pass(1);
    assertEquals(List.of("ask gap 1"), job.said());
    job.pass(10_000);
    assertEquals(List.of("ask gap 1"), job.said());
    job.pass(20_000);
    assertEquals(List.of("ask gap 1"), job.said());
    job.pass(60_000);
    assertEquals(List.of(), job.said());
    job.take(4);
    assertEquals(List.of("ask gap 1"), job.said());
    job.take(2);
    job.said();
    job.pass(60_000);
    assertEquals(List.of(), job.news());
  }

  @Test
  @DisplayName("J-3: of more than a thousand early events none is kept, and the refill brings them")
  void gapIsBounded() throws Exception {
    job.take(1);
    for (int seq = 3; seq <= 1_500; seq++) job.take(seq);
    assertTrue(job.stateEntries() <= 3);
    job.said();
    job.replay(1, 1_500);
    assertEquals(List.of("delta 0-1500@1"), job.news());
  }

  @Test
  @DisplayName("J-3: a game that is not known asks for its whole log as lost state")
  void lostState() throws Exception {
    job.take(500);
    assertEquals(List.of("ask lost-state 0"), job.said());
  }

  @Test
  @DisplayName("J-4: a replay is folded silently, and its end gives the whole, without the actions of what was replayed")
  void coldReplay() throws Exception {
    for (int seq = 1; seq <= 8; seq++) job.replayOne(seq, 9);
    job.pass(10_000);
    assertEquals(List.of(), job.said());
    assertEquals(List.of(), job.results());
    job.replayOne(9, 9);
    assertEquals(List.of("delta 0-9@1"), job.news());
    assertEquals(List.of(9), job.results());
  }

  @Test
  @DisplayName("J-4: at the end of a replay the whole result is given, also if all were repeats")
  void replayOfRepeats() throws Exception {
    job.take(1, 2, 3);
    job.pass(1000);
    job.said();
    job.results();
    job.replay(1, 3);
    assertEquals(List.of("delta 0-3@1"), job.news());
    assertEquals(List.of(3), job.results());
  }

  @Test
  @DisplayName("J-4: what waits to be said is said before a replay makes the game silent")
  void replayBesidesNews() throws Exception {
    job.take(1, 2);
    job.replayOne(1, 5);
    assertEquals(List.of("delta 0-1@1", "action a1", "delta 1-2@1", "action a2"), job.news());
    for (int seq = 2; seq <= 5; seq++) job.replayOne(seq, 5);
    assertEquals(List.of("delta 0-5@1"), job.news());
  }

  @Test
  @DisplayName("J-4: an event that is new during a replay of older ones is said as always")
  void newDuringReplay() throws Exception {
    job.take(1, 2, 3);
    job.pass(1000);
    job.said();
    job.replayOne(1, 3);
    job.take(4);
    assertEquals(List.of("delta 3-4@1", "action a4"), job.news());
  }

  @Test
  @DisplayName("J-5: the first is said at once, what follows within 25 ms together")
  void interval() throws Exception {
    job.take(1);
    assertEquals(List.of("delta 0-1@1", "state 1", "action a1"), job.said());
    job.take(2, 3);
    assertEquals(List.of(), job.said());
    job.pass(24);
    assertEquals(List.of(), job.said());
    job.pass(1);
    assertEquals(List.of("delta 1-3@1", "state 3", "action a2", "action a3"), job.said());
    job.pass(25);
    job.take(4);
    assertEquals(List.of("delta 3-4@1", "state 4", "action a4"), job.said());
  }

  @Test
  @DisplayName("J-5: games do not wait for each other")
  void intervalOfOneGame() throws Exception {
    job.take(1);
    job.take(event("game-b", 1, "id-b", "play"));
    assertEquals(List.of("delta 0-1@1", "action a1", "delta 0-1@1", "action a1"), job.news());
  }

  @Test
  @DisplayName("J-5: a game that the engine let go of is folded from its log, and the delta is that of the interval")
  void cacheMiss() throws Exception {
    job.take(1, 2, 3);
    job.pass(1000);
    job.said();
    job.engine.forgetAll();
    job.take(4);
    assertEquals(List.of("delta 3-4@1", "action a4"), job.news());
  }

  @Test
  @DisplayName("J-6: by another engine version the whole is said, with the actions of what is new")
  void newEngine() throws Exception {
    job.take(1, 2);
    job.pass(1000);
    try (FoldHarness upgraded = new FoldHarness(job.snapshot(), 2)) {
      upgraded.take(3);
      assertEquals(List.of("delta 0-3@2", "action a3"), upgraded.news());
    }
  }

  @Test
  @DisplayName("J-7: bytes that three refills did not bring are marked as unreadable, and the game goes on")
  void unreadable() throws Exception {
    job.take(1);
    job.take(3);
    long[] again = {5_000, 10_000, 0};
    for (long wait : again) {
      job.replayOne(1, 3);
      job.replayOne(3, 3);
      job.pass(wait);
    }
    assertEquals(3, job.engine.lastSeq(GAME));
    assertEquals("delta 0-3@1", job.news().stream().filter(line -> line.startsWith("delta")).reduce((a, b) -> b).orElse(""));
    job.pass(100);
    job.said();
    job.take(4);
    assertEquals(List.of("delta 3-4@1", "action a4"), job.news());
  }

  @Test
  @DisplayName("J-7: a game on which the fold fails is parked alone, and tried again by the next engine")
  void parked() throws Exception {
    job.take(1);
    job.said();
    job.pass(1000);
    job.take(event(2, "poison"));
    assertEquals(List.of("dead fold-failed"), job.said());
    job.take(3);
    job.pass(60_000);
    assertEquals(List.of(), job.said());
    job.take(event("game-b", 1, "id-b", "play"));
    assertEquals(List.of("delta 0-1@1", "action a1"), job.news());
    try (FoldHarness next = new FoldHarness(job.snapshot(), 2)) {
      next.take(4);
      assertEquals(List.of("delta 0-4@2", "action a2", "action a3", "action a4"), next.news());
    }
  }

  @Test
  @DisplayName("J-8: state is dropped 48 hours after the last event of a final game, 30 days after any other")
  void retention() throws Exception {
    job.take(1);
    job.pass(1000);
    job.take(event(2, "final"));
    job.pass(Duration.ofHours(47).toMillis());
    job.take(event("game-b", 1, "id-b", "play"));
    job.pass(Duration.ofHours(1).toMillis());
    assertEquals(-1, job.engine.lastSeq(GAME));
    assertEquals(1, job.engine.lastSeq("game-b"));
    job.said();
    job.take(3);
    assertEquals(List.of("ask lost-state 0"), job.said());
    job.pass(Duration.ofDays(31).toMillis());
    assertEquals(-1, job.engine.lastSeq("game-b"));
  }

  @Test
  @DisplayName("J-8: an event keeps the state of its game for as long again")
  void retentionMoves() throws Exception {
    job.take(1);
    job.pass(Duration.ofDays(29).toMillis());
    job.take(2);
    job.pass(Duration.ofDays(29).toMillis());
    assertEquals(2, job.engine.lastSeq(GAME));
    job.pass(Duration.ofDays(2).toMillis());
    assertEquals(0, job.stateEntries());
  }

  @Test
  @DisplayName("W-2: whole results leave newest per game, at most every 100 ms")
  void results() throws Exception {
    job.take(1);
    assertEquals(List.of(1), job.results());
    for (int seq = 2; seq <= 5; seq++) {
      job.pass(24);
      job.take(seq);
    }
    assertEquals(List.of(), job.results());
    job.pass(4);
    assertEquals(List.of(5), job.results());
    job.pass(1000);
    assertEquals(List.of(), job.results());
  }

  @Test
  @DisplayName("W-2: a checkpoint keeps what was not stored yet, and a job that goes on from it stores it")
  void resultsSurvive() throws Exception {
    job.take(1);
    job.pass(30);
    job.take(2, 3);
    job.results();
    try (FoldHarness resumed = new FoldHarness(job.snapshot(), 1)) {
      resumed.pass(1000);
      assertEquals(List.of("delta 2-3@1", "action a3"), resumed.news());
      assertEquals(3, resumed.results().stream().reduce((a, b) -> b).orElse(0));
    }
  }

  @Test
  @DisplayName("J-10: the lines of a game go to its season: empty until it is final, and again when it is reopened")
  void seasonLines() throws Exception {
    LoggedEvent first = event(1, "play");
    first.seasonId = "season";
    job.take(first);
    job.pass(1000);
    job.take(event(2, "final"));
    job.pass(1000);
    job.take(event(3, "reopened"));
    assertEquals(List.of("season 1 empty", "season 2 lines", "season 3 empty"), job.seasonGames());
  }

  @Test
  @DisplayName("J-11: what is kept of a game is a POJO, so a field may be added to it")
  void evolvable() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(GameProgress.class);
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(LoggedEvent.class);
  }
}
