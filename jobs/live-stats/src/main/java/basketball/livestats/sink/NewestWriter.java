package basketball.livestats.sink;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes at once, writes from a thread of its own, tries again for ever; a checkpoint waits a while for what is on its way (W-2). */
final class NewestWriter<T extends Versioned> implements SinkWriter<T> {
  private static final Logger LOG = LoggerFactory.getLogger(NewestWriter.class);
  private static final long FLUSH_MS = 5_000;
  private static final long CLOSE_MS = 2_000;
  private static final long FIRST_RETRY_MS = 200;
  private static final long LAST_RETRY_MS = 5_000;

  private final String name;
  private final Store<T> store;
  private final Waiting<T> waiting;
  private final Counter written;
  private final Counter failures;
  private final Thread thread;
  private volatile boolean isAway;
  /** A bug of the store, which ended the thread. */
  private volatile Throwable bug;

  NewestWriter(String name, Store<T> store, Waiting<T> waiting, MetricGroup metrics) {
    this.name = name;
    this.store = store;
    this.waiting = waiting;
    written = metrics.counter("written");
    failures = metrics.counter("failures");
    metrics.gauge("waiting", waiting::size);
    thread = new Thread(this::writeForEver, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void write(T one, Context context) throws InterruptedException {
    failOnBug();
    waiting.put(one);
  }

  /** A store that is away must not fail the checkpoint: the offsets of the log are safe without it. */
  @Override
  public void flush(boolean isEndOfInput) throws InterruptedException {
    failOnBug();
    if (isAway && !isEndOfInput) return;
    isAway = !waiting.awaitEmpty(FLUSH_MS);
    if (isAway) LOG.warn("event=sink.away sink={} waiting={}", name, waiting.size());
  }

  @Override
  public void close() throws InterruptedException {
    waiting.close();
    thread.join(CLOSE_MS);
    thread.interrupt();
    store.close();
  }

  /** Without the thread nothing would be stored any more, and nobody would be told: the task fails and starts again. */
  private void failOnBug() {
    if (bug != null) throw new IllegalStateException("sink " + name + " broke", bug);
  }

  private void writeForEver() {
    long retryMs = FIRST_RETRY_MS;
    try {
      for (List<T> batch = waiting.take(); !batch.isEmpty(); batch = waiting.take()) {
        if (writes(batch)) {
          retryMs = FIRST_RETRY_MS;
          continue;
        }
        Thread.sleep(retryMs / 2 + ThreadLocalRandom.current().nextLong(retryMs));
        retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Error broke) {
      bug = broke;
      waiting.close();
    }
  }

  private boolean writes(List<T> batch) throws InterruptedException {
    try {
      store.write(batch);
      written.inc(batch.size());
      waiting.written();
      isAway = false;
      return true;
    } catch (InterruptedException stopped) {
      throw stopped;
    } catch (Exception failed) {
      failures.inc();
      LOG.warn("event=sink.failed sink={} batch={} reason={}", name, batch.size(), failed.toString());
      waiting.failed(batch);
      return false;
    }
  }
}
