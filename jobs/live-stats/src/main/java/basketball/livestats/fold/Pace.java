package basketball.livestats.fold;

import java.util.concurrent.TimeUnit;

/**
 * How often a game may be told of, so that telling takes no more than a share of the operator's time: while thousands of games
 * catch up at once, each is told of more rarely. One for all games of an operator.
 */
final class Pace {
  private static final long WINDOW_MS = 200;
  /** How far a window may go beyond the share before it is full. */
  private static final double MOST_OF_SHARE = 1.5;

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

  /** What the interval has grown by. */
  long waitMs() {
    return intervalMs - shortestMs;
  }

  /** So many games may be due at one moment that events would wait for long: then the rest of them waits for a later window. */
  boolean isBusy(long nowMs) {
    return nowMs - windowStartMs < WINDOW_MS && spentNanos > MOST_OF_SHARE * share * TimeUnit.MILLISECONDS.toNanos(WINDOW_MS);
  }

  /** The games that wait do not come back at one moment: to look at each of thousands costs as much as telling some. */
  long againMs(String gameId) {
    return WINDOW_MS / 2 + Math.floorMod(gameId.hashCode(), Math.max(WINDOW_MS, intervalMs));
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
