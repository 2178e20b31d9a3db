package basketball.livestats.fold;

import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/** When the log of a game is asked for again: at once, and again after 5, 10 and 20 s; beyond that the sweep finds it (J-3, K-9). */
final class LogRequests {
  private static final long[] AGAIN_MS = {5_000, 10_000, 20_000};
  private static final long FORK_MS = 5_000;

  /** An event came that does not follow: its log is asked for, unless it is already. */
  void askForHole(GameProgress progress, long now, Consumer<String> request, LongUnaryOperator timer) {
    if (progress.askDue != 0) return;
    progress.tries = 0;
    ask(progress, now, request, timer);
  }

  void askAgain(GameProgress progress, long now, Consumer<String> request, LongUnaryOperator timer) {
    progress.askDue = 0;
    if (progress.hasHole()) ask(progress, now, request, timer);
  }

  private void ask(GameProgress progress, long now, Consumer<String> request, LongUnaryOperator timer) {
    request.accept(progress.lastSeq == 0 ? "lost-state" : "gap");
    progress.asked++;
    if (progress.tries < AGAIN_MS.length) progress.askDue = timer.applyAsLong(now + AGAIN_MS[progress.tries]);
    progress.tries++;
  }

  void holeIsFilled(GameProgress progress) {
    progress.askDue = 0;
    progress.refills = 0;
  }

  /** A log that is not ours is asked for at most every 5 s. */
  void askForForked(GameProgress progress, long now, Consumer<String> request) {
    if (progress.forkAskedAt != 0 && now - progress.forkAskedAt < FORK_MS) return;
    progress.forkAskedAt = now;
    request.accept("forked");
  }
}
