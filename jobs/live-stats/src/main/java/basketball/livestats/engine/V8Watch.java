package basketball.livestats.engine;

import com.caoccao.javet.interop.V8Runtime;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One thread that looks every tenth of a second whether a call of some engine takes too long, and ends it. What counts is time on the
 * processor: a machine that is busy otherwise must not park a game.
 */
final class V8Watch {
  private static final int LOOK_MS = 100;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Watched> all = new CopyOnWriteArrayList<>();

  V8Watch() {
    Thread thread = new Thread(this::watch, "live-stats-v8-watch");
    thread.setDaemon(true);
    thread.setContextClassLoader(V8Watch.class.getClassLoader());
    thread.start();
  }

  Watched over(V8Runtime runtime, int limitMs) {
    Watched watched = new Watched(runtime, limitMs);
    all.add(watched);
    return watched;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(LOOK_MS);
        for (Watched watched : all) watched.look();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Begin, end and look exclude each other, so that no call is ended in place of the one before it. */
  final class Watched {
    private final V8Runtime runtime;
    private final long limitNanos;
    private long threadId;
    private boolean isRunning;
    private boolean hasEnded;
    /** Set at the first look at a call: most end before there is one. */
    private boolean isSeen;
    private long seenNanos;

    private Watched(V8Runtime runtime, int limitMs) {
      this.runtime = runtime;
      limitNanos = limitMs * 1_000_000L;
    }

    synchronized void begin() {
      threadId = Thread.currentThread().getId();
      isRunning = true;
      isSeen = false;
      hasEnded = false;
    }

    synchronized boolean hasEnded() {
      return hasEnded;
    }

    synchronized void end() {
      isRunning = false;
      if (hasEnded) runtime.cancelTerminateExecution();
    }

    private synchronized void look() {
      if (!isRunning || hasEnded) return;
      long nanos = threads.getThreadCpuTime(threadId);
      if (!isSeen) seenNanos = nanos;
      isSeen = true;
      if (nanos - seenNanos < limitNanos) return;
      hasEnded = true;
      runtime.terminateExecution();
    }

    void forget() {
      all.remove(this);
    }
  }
}
