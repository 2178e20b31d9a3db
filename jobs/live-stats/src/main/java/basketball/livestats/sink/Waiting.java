package basketball.livestats.sink;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What waits to be written: the newest of each key, the longest waiting first. For two threads. */
final class Waiting<T extends Versioned> {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int BATCH = 50;

  private final NewestSink.WhenFull whenFull;
  private final Map<String, T> byKey = new LinkedHashMap<>();
  private long bytes;
  private int underWay;
  private boolean isClosed;

  Waiting(NewestSink.WhenFull whenFull) {
    this.whenFull = whenFull;
  }

  synchronized void put(T one) throws InterruptedException {
    T known = byKey.get(one.key());
    if (known != null && !one.isNewerThan(known) && known.isNewerThan(one)) return;
    while (whenFull == NewestSink.WhenFull.WAIT && bytes > MOST_BYTES && !isClosed) wait();
    keep(one);
    dropOldest();
    notifyAll();
  }

  private void keep(T one) {
    T before = byKey.put(one.key(), one);
    bytes += one.sizeBytes() - (before == null ? 0 : before.sizeBytes());
  }

  private void dropOldest() {
    Iterator<T> oldest = byKey.values().iterator();
    while (whenFull == NewestSink.WhenFull.DROP_OLDEST && bytes > MOST_BYTES && oldest.hasNext()) {
      bytes -= oldest.next().sizeBytes();
      oldest.remove();
    }
  }

  /** Waits for something to write; empty: it was closed. */
  synchronized List<T> take() throws InterruptedException {
    while (byKey.isEmpty() && !isClosed) wait();
    List<T> batch = new ArrayList<>();
    Iterator<T> waiting = byKey.values().iterator();
    while (waiting.hasNext() && batch.size() < BATCH) {
      T one = waiting.next();
      waiting.remove();
      bytes -= one.sizeBytes();
      batch.add(one);
    }
    underWay = batch.size();
    notifyAll();
    return batch;
  }

  synchronized void written() {
    underWay = 0;
    notifyAll();
  }

  /** Back to where it waited, unless something newer came meanwhile. */
  synchronized void failed(List<T> batch) {
    for (T one : batch) if (!byKey.containsKey(one.key())) keep(one);
    underWay = 0;
    dropOldest();
  }

  /** @return whether nothing waits any more */
  synchronized boolean awaitEmpty(long mostMs) throws InterruptedException {
    long deadline = System.nanoTime() + mostMs * 1_000_000;
    while (!byKey.isEmpty() || underWay > 0) {
      long leftMs = (deadline - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) return false;
      wait(leftMs);
    }
    return true;
  }

  synchronized int size() {
    return byKey.size() + underWay;
  }

  synchronized void close() {
    isClosed = true;
    notifyAll();
  }
}
