package basketball.livestats.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Keeps what comes in this JVM, under a name, since Flink copies the sink itself. */
public final class Collecting<T> implements Sink<T> {
  private static final long serialVersionUID = 1;
  private static final Map<String, List<Object>> ALL = new ConcurrentHashMap<>();

  private final String name;

  public Collecting(String name) {
    this.name = name;
    ALL.put(name, new ArrayList<>());
  }

  @SuppressWarnings("unchecked")
  public static <T> List<T> of(String name) {
    synchronized (ALL) {
      return (List<T>) List.copyOf(ALL.get(name));
    }
  }

  /** Until what was collected is enough, or the deadline has passed. */
  public static void await(BooleanSupplier isEnough, long mostMs) throws InterruptedException {
    long deadline = System.currentTimeMillis() + mostMs;
    synchronized (ALL) {
      while (!isEnough.getAsBoolean() && System.currentTimeMillis() < deadline) ALL.wait(100);
    }
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new SinkWriter<>() {
      @Override
      public void write(T one, Context ignored) {
        synchronized (ALL) {
          ALL.get(name).add(one);
          ALL.notifyAll();
        }
      }

      @Override
      public void flush(boolean isEndOfInput) {}

      @Override
      public void close() {}
    };
  }
}
