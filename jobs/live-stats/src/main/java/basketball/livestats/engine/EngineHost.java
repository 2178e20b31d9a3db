package basketball.livestats.engine;

/**
 * The engine, wherever it runs. What is folded in it is a cache: a game may be gone at any time ({@link #lastSeq} tells), and
 * is folded again from its log. Not for two threads.
 */
public interface EngineHost extends AutoCloseable {
  int engineVersion();

  /** The last event folded of a game; -1: it is not in memory. */
  int lastSeq(String gameId);

  /** Folds events that follow on {@link #lastSeq}. @param events a JSON array of them */
  void apply(String gameId, String events) throws EngineFailed;

  /** What was applied so far has been said before. */
  void skip(String gameId) throws EngineFailed;

  /** What is to be said since the last take. */
  Taken take(String gameId, boolean isWhole) throws EngineFailed;

  /** The whole result at {@link #lastSeq}. */
  Whole whole(String gameId) throws EngineFailed;

  void forget(String gameId);

  /** The table of a season. @param lines a JSON array of the season lines of its games */
  String season(String lines) throws EngineFailed;

  @Override
  void close();
}
