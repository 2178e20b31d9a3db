package basketball.livestats.fold;

import static basketball.livestats.fold.FoldHarness.GAME;
import static basketball.livestats.fold.FoldHarness.event;
import static org.junit.jupiter.api.Assertions.assertEquals;

import basketball.livestats.events.LoggedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What goes wrong around the rules of protocol.md §8: poison, races of replays with news, restarts, dropped state (§13). */
class FoldFaultsTest {
  private FoldHarness job;

  @BeforeEach
  void open() throws Exception {
    job = new FoldHarness();
  }

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  private static LoggedEvent replayed(int seq, String id, String type, int through) throws Exception {
    LoggedEvent event = event(GAME, seq, id, type);
    event.replayThrough = through;
    return event;
  }

  private static LoggedEvent restarting(int seq, String type, int through) throws Exception {
    LoggedEvent event = replayed(seq, "id-" + seq, type, through);
    event.isRestart = true;
    return event;
  }

  @Test
  @DisplayName("J-7: a fold that does not come to an end parks its game, which is told as such, and no other")
  void endless() throws Exception {
    job.take(1);
    job.pass(1_000);
    job.said();
    job.take(event(2, "endless"));
    assertEquals(List.of("dead fold-timeout"), job.said());
    job.take(event("game-b", 1, "id-b", "play"));
    assertEquals(List.of("delta 0-1@1", "action a1"), job.news());
  }

  @Test
  @DisplayName("J-7: poison in the middle of a log that comes again is one dead letter, however often it comes")
  void poisonInReplay() throws Exception {
    for (int times = 0; times < 3; times++) {
      job.replayOne(1, 3);
      job.take(replayed(2, "id-2", "poison", 3));
      job.replayOne(3, 3);
      job.pass(60_000);
      assertEquals(times == 0 ? List.of("dead fold-failed") : List.of(), job.said());
    }
    assertEquals(List.of(), job.results());
    try (FoldHarness next = new FoldHarness(job.snapshot(), 2)) {
      for (int seq = 1; seq <= 3; seq++) next.take(replayed(seq, "id-" + seq, seq == 2 ? "poison" : "play", 3));
      assertEquals(List.of("delta 0-3@2"), next.news());
      assertEquals(List.of(3), next.results());
    }
  }

  @Test
  @DisplayName("J-7: repeats and news of a parked game are kept and said by nobody")
  void repeatsWhileParked() throws Exception {
    job.take(1);
    job.take(event(2, "poison"));
    job.pass(1_000);
    job.said();
    job.take(event(2, "poison"));
    job.take(1, 3, 3, 4);
    job.pass(60_000);
    assertEquals(List.of(), job.said());
    try (FoldHarness next = new FoldHarness(job.snapshot(), 2)) {
      next.take(4);
      assertEquals(List.of("delta 0-4@2", "action a2", "action a3", "action a4"), next.news());
    }
  }

  @Test
  @DisplayName("W-2: what was said before a game was parked is stored all the same")
  void storedBeforeParked() throws Exception {
    job.take(1);
    job.pass(30);
    job.take(2);
    job.take(event(3, "poison"));
    job.results();
    job.pass(1_000);
    assertEquals(List.of(2), job.results());
    assertEquals(List.of("dead fold-failed"), job.said().stream().filter(line -> line.startsWith("dead")).toList());
  }

  @Test
  @DisplayName("J-7: a play that comes while a refill is under way leaves no placeholder where the refill still brings plays")
  void newsBesideThirdRefill() throws Exception {
    job.take(1, 2, 3, 4);
    for (int refill = 1; refill <= 3; refill++) {
      for (int seq = 6; seq <= 1_500; seq++) {
        job.replayOne(seq, 1_500);
        if (refill == 3 && seq == 7) job.take(1_501);
      }
      job.pass(10_000);
    }
    assertEquals(1_501, job.engine.lastSeq(GAME));
    assertEquals(Set.of(5), job.engine.unreadable(GAME));
  }

  @Test
  @DisplayName("J-7: a placeholder gives way to the play that stood there, once its bytes can be read")
  void placeholderGivesWay() throws Exception {
    job.take(1, 3);
    for (int refill = 1; refill <= 3; refill++) {
      job.replayOne(3, 3);
      job.pass(10_000);
    }
    assertEquals(Set.of(2), job.engine.unreadable(GAME));
    job.said();
    job.replay(1, 3);
    assertEquals(List.of("dead log-forked", "ask forked 3", "delta 0-3@1"), job.news());
    for (int seq = 1; seq <= 3; seq++) job.take(restarting(seq, "play", 3));
    assertEquals(List.of("delta 0-3@1"), job.news());
    assertEquals(Set.of(), job.engine.unreadable(GAME));
  }

  @Test
  @DisplayName("J-1: a restart frees a parked game, whose log has another end now")
  void restartWhileParked() throws Exception {
    job.take(1);
    job.take(event(2, "poison"));
    job.pass(1_000);
    job.said();
    for (int seq = 1; seq <= 2; seq++) job.take(restarting(seq, "play", 2));
    assertEquals(List.of("delta 0-2@1"), job.news());
  }

  @Test
  @DisplayName("J-1: the rest of an older replay behind a restart is early or a repeat, and spoils nothing")
  void restartBesideReplay() throws Exception {
    job.replay(1, 2);
    job.take(restarting(1, "play", 4));
    job.replayOne(3, 4);
    job.replayOne(4, 4);
    for (int seq = 2; seq <= 4; seq++) job.take(restarting(seq, "play", 4));
    job.pass(60_000);
    assertEquals(4, job.engine.lastSeq(GAME));
    List<String> deltas = job.news().stream().filter(line -> line.startsWith("delta")).toList();
    assertEquals("delta 0-4@1", deltas.get(deltas.size() - 1));
  }

  @Test
  @DisplayName("J-4: a play that comes in the middle of a cold replay is said with its action, once, when its turn is")
  void newsInColdReplay() throws Exception {
    for (int seq = 1; seq <= 3; seq++) job.replayOne(seq, 5);
    job.take(6);
    assertEquals(List.of("ask gap 3"), job.said());
    job.replayOne(4, 5);
    job.replayOne(5, 5);
    job.pass(60_000);
    assertEquals(List.of("delta 0-6@1", "action a6"), job.news());
    assertEquals(List.of(6), job.results());
  }

  @Test
  @DisplayName("J-4: a replay that breaks off leaves the game silent only up to its head")
  void brokenReplay() throws Exception {
    job.replayOne(1, 3);
    job.replayOne(2, 3);
    job.pass(60_000);
    assertEquals(List.of(), job.said());
    job.take(3);
    assertEquals(List.of("delta 0-3@1"), job.news());
    job.pass(1_000);
    job.take(4);
    assertEquals(List.of("delta 3-4@1", "action a4"), job.news());
  }

  @Test
  @DisplayName("J-3: a job that goes on from a checkpoint still asks for what was missing")
  void askingAfterRestore() throws Exception {
    job.take(1, 3);
    try (FoldHarness resumed = new FoldHarness(job.snapshot(), 1)) {
      assertEquals(List.of("ask gap 1"), resumed.news().stream().filter(line -> line.startsWith("ask")).toList());
      resumed.take(2);
      assertEquals(3, resumed.engine.lastSeq(GAME));
    }
  }

  @Test
  @DisplayName("J-8: state is dropped after a restore as well, and a correction after that brings the whole log and result")
  void correctionAfterDrop() throws Exception {
    job.take(1, 2);
    job.take(event(3, "final"));
    job.pass(1_000);
    try (FoldHarness resumed = new FoldHarness(job.snapshot(), 1)) {
      resumed.pass(Duration.ofHours(49).toMillis());
      assertEquals(0, resumed.stateEntries());
      resumed.said();
      resumed.take(4);
      assertEquals(List.of("ask lost-state 0"), resumed.said());
      resumed.replay(1, 4);
      assertEquals(List.of("delta 0-4@1"), resumed.news());
      assertEquals(List.of(4), resumed.results());
    }
  }

  @Test
  @DisplayName("J-8: a game that was parked from its first play, or of which no play could be folded yet, is dropped as well")
  void dropsWhatWasNeverSaid() throws Exception {
    job.take(event(1, "poison"));
    job.take(event("game-b", 500, "id-b", "play"));
    job.pass(Duration.ofDays(31).toMillis());
    assertEquals(0, job.stateEntries());
  }

  @Test
  @DisplayName("J-11: the old image, started in need, says new plays whole and leaves idle games as they are")
  void oldImage() throws Exception {
    job.close();
    job = new FoldHarness(null, 2);
    job.take(1, 2);
    job.take(event("game-b", 1, "id-b", "play"));
    job.pass(1_000);
    try (FoldHarness old = new FoldHarness(job.snapshot(), 1)) {
      old.pass(60_000);
      assertEquals(List.of(), old.said());
      old.take(3);
      assertEquals(List.of("delta 0-3@1", "action a3"), old.news());
    }
  }
}
