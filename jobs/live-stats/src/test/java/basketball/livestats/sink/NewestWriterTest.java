package basketball.livestats.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Stores that are slow, away, or gone for good. */
class NewestWriterTest {
  private record Result(String key, long revision, long engineVersion) implements Versioned {
    @Override
    public int sizeBytes() {
      return 1024 * 1024;
    }

    @Override
    public String toString() {
      return key + revision;
    }
  }

  private static final class FakeStore implements Store<Result> {
    final List<Result> written = Collections.synchronizedList(new ArrayList<>());
    final AtomicBoolean isAway = new AtomicBoolean();
    final AtomicBoolean hasBug = new AtomicBoolean();
    final CountDownLatch wasTried = new CountDownLatch(1);

    @Override
    public void write(List<Result> batch) {
      wasTried.countDown();
      if (hasBug.get()) throw new AssertionError("a bug");
      if (isAway.get()) throw new IllegalStateException("away");
      written.addAll(batch);
    }

    @Override
    public void close() {}
  }

  private final FakeStore store = new FakeStore();

  private NewestWriter<Result> writer(NewestSink.WhenFull whenFull) {
    return new NewestWriter<>("test", store, new Waiting<>(whenFull), new UnregisteredMetricsGroup());
  }

  @Test
  @DisplayName("W-2: what was given is written when a checkpoint has passed")
  void flushes() throws Exception {
    NewestWriter<Result> writer = writer(NewestSink.WhenFull.WAIT);
    writer.write(new Result("a", 1, 1), null);
    writer.write(new Result("b", 1, 1), null);
    writer.flush(false);
    assertEquals(2, store.written.size());
    writer.close();
  }

  @Test
  @DisplayName("W-2: a store that was away gets the newest of each key when it is back")
  void comesBack() throws Exception {
    store.isAway.set(true);
    NewestWriter<Result> writer = writer(NewestSink.WhenFull.WAIT);
    writer.write(new Result("a", 1, 1), null);
    store.wasTried.await();
    for (int revision = 2; revision <= 9; revision++) writer.write(new Result("a", revision, 1), null);
    store.isAway.set(false);
    writer.flush(true);
    assertEquals("a9", store.written.get(store.written.size() - 1).toString());
    assertTrue(store.written.size() <= 2);
    writer.close();
  }

  @Test
  @DisplayName("W-2: a store with a bug fails its task, where a thread that ended unseen would never store anything again")
  void bug() throws Exception {
    store.hasBug.set(true);
    NewestWriter<Result> writer = writer(NewestSink.WhenFull.WAIT);
    writer.write(new Result("a", 1, 1), null);
    store.wasTried.await();
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThrows(IllegalStateException.class, () -> { while (true) writer.write(new Result("b", 1, 1), null); }));
    assertThrows(IllegalStateException.class, () -> writer.flush(false));
    writer.close();
  }

  @Test
  @DisplayName("W-1: what is older than what waits does not take its place, a newer engine at the same revision does")
  void newest() throws Exception {
    Waiting<Result> waiting = new Waiting<>(NewestSink.WhenFull.WAIT);
    waiting.put(new Result("a", 5, 1));
    waiting.put(new Result("a", 4, 2));
    waiting.put(new Result("a", 5, 2));
    assertEquals(List.of(new Result("a", 5, 2)), waiting.take());
  }

  @Test
  @DisplayName("W-2: what failed goes back, unless something newer came meanwhile")
  void goesBack() throws Exception {
    Waiting<Result> waiting = new Waiting<>(NewestSink.WhenFull.WAIT);
    waiting.put(new Result("a", 1, 1));
    waiting.put(new Result("b", 1, 1));
    List<Result> batch = waiting.take();
    waiting.put(new Result("a", 2, 1));
    waiting.failed(batch);
    assertEquals(List.of("a2", "b1"), waiting.take().stream().map(Result::toString).toList());
  }

  @Test
  @DisplayName("L-3: where a cache is away for long the oldest are dropped, and the job does not wait for it")
  void bounded() throws Exception {
    Waiting<Result> waiting = new Waiting<>(NewestSink.WhenFull.DROP_OLDEST);
    for (int game = 0; game < 100; game++) waiting.put(new Result("game-" + game + "-", 1, 1));
    List<Result> batch = waiting.take();
    assertEquals(16, batch.size());
    assertEquals("game-84-1", batch.get(0).toString());
    assertFalse(waiting.awaitEmpty(1));
  }
}
