package basketball.livestats.fold;

import static basketball.livestats.fold.FoldHarness.GAME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One game in random runs, each told by its seed: records lost, doubled and unreadable, refills beside news and beside each other, the job
 * killed, rewound and upgraded. When the faults end, the job, the last result and a viewer have the whole log (I-17).
 */
class FoldRunsTest {
  private static final int RUNS = 80;
  private static final int STEPS = 250;
  /** Refills that a hole may need, with one that only finds it. */
  private static final int MOST_REFILLS = 6;

  private Random random;
  private RandomTopic topic;
  private FoldHarness job;
  private final Viewer viewer = new Viewer();
  private int lastResult;
  private int offset;
  private OperatorSubtaskState checkpoint;
  private int checkpointOffset;

  static IntStream seeds() {
    return IntStream.rangeClosed(1, RUNS);
  }

  @ParameterizedTest(name = "J-1 to J-7, J-11: run {0} ends with the whole log told")
  @MethodSource("seeds")
  void run(int seed) throws Exception {
    random = new Random(seed);
    topic = new RandomTopic(random);
    job = new FoldHarness();
    for (int step = 0; step < STEPS; step++) {
      topic.step();
      read(random.nextInt(4));
      if (random.nextInt(4) == 0) pass(random.nextInt(6) == 0 ? 6_000 : random.nextInt(60));
      if (random.nextInt(20) == 0) makeCheckpoint();
      if (random.nextInt(40) == 0) killJob();
    }
    settle();
    assertEquals(topic.head, job.engine.lastSeq(GAME));
    assertEquals(topic.unreadable > 0 ? Set.of(topic.unreadable) : Set.of(), job.engine.unreadable(GAME));
    assertEquals(topic.head + "@" + job.engine.version, viewer.revision + "@" + viewer.engineVersion);
    assertEquals(topic.head, lastResult);
    job.close();
  }

  /** No more faults: whatever is asked for comes, and the sweep sends the game again. */
  private void settle() throws Exception {
    for (int refill = 0; refill < MOST_REFILLS; refill++) {
      topic.refill();
      topic.finishRefills();
      read(Integer.MAX_VALUE);
      pass(60_000);
    }
  }

  private void read(int most) throws Exception {
    for (int i = 0; i < most && offset < topic.records.size(); i++) job.take(topic.records.get(offset++));
    listen();
  }

  private void pass(long ms) throws Exception {
    job.pass(ms);
    listen();
  }

  private void listen() throws Exception {
    for (String line : job.said()) {
      if (line.startsWith("delta")) viewer.absorb(line);
      if (line.startsWith("ask")) topic.refill();
      assertTrue(!line.startsWith("dead"), line);
    }
    for (int revision : job.results()) lastResult = revision;
  }

  private void makeCheckpoint() throws Exception {
    checkpoint = job.snapshot();
    checkpointOffset = offset;
  }

  /** What was said since the checkpoint stays said; some jobs come back with the next engine. */
  private void killJob() throws Exception {
    if (checkpoint == null) return;
    int version = random.nextInt(4) == 0 ? 2 : job.engine.version;
    long now = job.now() + 1_000;
    job.close();
    job = new FoldHarness(checkpoint, version, now);
    offset = checkpointOffset;
  }

  /** As protocol.md §10 has it; a viewer who has to ask is answered by the next whole one. */
  private static final class Viewer {
    private static final Pattern DELTA = Pattern.compile("delta (\\d+)-(\\d+)@(\\d+)");
    private int revision;
    private int engineVersion;

    void absorb(String line) {
      Matcher delta = DELTA.matcher(line);
      if (!delta.matches()) throw new AssertionError(line);
      List<Integer> parts = IntStream.rangeClosed(1, 3).mapToObj(i -> Integer.parseInt(delta.group(i))).toList();
      boolean isNewer = parts.get(1) > revision || (parts.get(1) == revision && parts.get(2) > engineVersion);
      boolean follows = parts.get(0) == 0 || (parts.get(0) <= revision && parts.get(2) == engineVersion);
      if (!isNewer || !follows) return;
      revision = parts.get(1);
      engineVersion = parts.get(2);
    }
  }
}
