package basketball.livestats.engine;

/** The bundled engine in V8. @param heapMb most memory of all engines of this JVM together; the first to open decides */
public record JavetEngineHosts(int mostEvents, int heapMb, int limitMs) implements EngineHosts {
  @Override
  public EngineHost open() {
    return new JavetEngineHost(EngineBundle.script(), this);
  }
}
