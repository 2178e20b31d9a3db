package basketball.livestats.fold;

import java.io.Serializable;
import java.time.Duration;

/** The times of protocol.md §8, in milliseconds. */
public record FoldSettings(long emissionMs, long resultMs, long keepFinalMs, long keepOpenMs) implements Serializable {
  public static final FoldSettings PROTOCOL =
      new FoldSettings(25, 100, Duration.ofHours(48).toMillis(), Duration.ofDays(30).toMillis());
}
