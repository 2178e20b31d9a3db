package basketball.livestats.sink;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes the newest of each key to a store. A store that is away stops nothing: what it misses waits, newest per key, and what dies
 * with the process is found missing by the sweep (K-9). See docs/decisions/0014.
 */
public final class NewestSink<T extends Versioned> implements Sink<T> {
  private static final long serialVersionUID = 1;

  private final Stores<T> stores;
  private final WhenFull whenFull;
  private final String name;

  /** What to do when the store is away and memory for what waits is used up. */
  public enum WhenFull {
    WAIT,
    DROP_OLDEST
  }

  public NewestSink(String name, Stores<T> stores, WhenFull whenFull) {
    this.name = name;
    this.stores = stores;
    this.whenFull = whenFull;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new NewestWriter<>(name, stores.open(), new Waiting<>(whenFull), context.metricGroup());
  }
}
