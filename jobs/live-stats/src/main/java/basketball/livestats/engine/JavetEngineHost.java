package basketball.livestats.engine;

import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The engine in V8. Only types of the JDK pass between here and the class loader in which V8 lives. */
final class JavetEngineHost implements EngineHost {
  private final Function<Object[], Object> engine;
  private final int engineVersion;

  JavetEngineHost(String script, JavetEngineHosts settings) {
    engine = V8Loader.open(script, settings.mostEvents(), settings.heapMb(), settings.limitMs());
    engineVersion = (Integer) engine.apply(new Object[] {"engineVersion"});
  }

  @Override
  public int engineVersion() {
    return engineVersion;
  }

  @Override
  public int lastSeq(String gameId) {
    return (Integer) engine.apply(new Object[] {"lastSeq", gameId});
  }

  @Override
  public void apply(String gameId, String events) throws EngineFailed {
    call("apply", gameId, events);
  }

  @Override
  public void skip(String gameId) throws EngineFailed {
    call("skip", gameId);
  }

  @Override
  public Taken take(String gameId, boolean isWhole) throws EngineFailed {
    return Taken.of(call("take", gameId, isWhole ? "whole" : "change"));
  }

  @Override
  public Whole whole(String gameId) throws EngineFailed {
    return Whole.of(call("whole", gameId));
  }

  @Override
  public void forget(String gameId) {
    engine.apply(new Object[] {"forget", gameId});
  }

  @Override
  public String season(String lines) throws EngineFailed {
    return call("season", lines);
  }

  @Override
  public void close() {
    engine.apply(new Object[] {"close"});
  }

  private String call(Object... nameAndArguments) throws EngineFailed {
    try {
      return (String) engine.apply(nameAndArguments);
    } catch (IllegalStateException failed) {
      throw new EngineFailed(failed.getMessage(), failed.getCause() instanceof TimeoutException);
    }
  }
}
