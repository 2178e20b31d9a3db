package basketball.livestats.fold;

import java.util.concurrent.TimeUnit;

/**
 * How often a game may be told of, so that telling takes no more than a share of the operator's time: while thousands of games
 * catch up at once, each is told of more rarely. One for all games of an operator.
 */
final class Pace {
  private static final long WINDOW_MS = 200;

  private final long shortestMs;
  private final long longestMs;
  private final double share;
  private long intervalMs;
  private long windowStartMs;
  private long spentNanos;

  Pace(long shortestMs, long longestMs, double share) {
    this.shortestMs = shortestMs;
    this.longestMs = longestMs;
    this.share = share;
    intervalMs = shortestMs;
  }

  long intervalMs() {
    return intervalMs;
  }

  void spent(long nanos, long nowMs) {
    long window = nowMs - windowStartMs;
    if (window >= WINDOW_MS) {
      double taken = TimeUnit.NANOSECONDS.toMillis(spentNanos) / (double) window;
      if (taken > share) intervalMs = Math.min(longestMs, intervalMs * 2);
      else if (taken < share / 2) intervalMs = Math.max(shortestMs, intervalMs / 2);
      windowStartMs = nowMs;
      spentNanos = 0;
    }
    spentNanos += nanos;
  }
}
