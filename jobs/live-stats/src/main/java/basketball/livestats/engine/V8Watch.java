package basketball.livestats.engine;

import com.caoccao.javet.interop.V8Runtime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One thread that looks every tenth of a second whether a call of some engine takes too long, and ends it. */
final class V8Watch {
  private static final int LOOK_MS = 100;

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
    private long begunNanos;
    private boolean isRunning;
    private boolean hasEnded;

    private Watched(V8Runtime runtime, int limitMs) {
      this.runtime = runtime;
      limitNanos = limitMs * 1_000_000L;
    }

    synchronized void begin() {
      begunNanos = System.nanoTime();
      isRunning = true;
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
      if (!isRunning || hasEnded || System.nanoTime() - begunNanos < limitNanos) return;
      hasEnded = true;
      runtime.terminateExecution();
    }

    void forget() {
      all.remove(this);
    }
  }
}
