package basketball.livestats.sink;

import java.util.List;

/** Where the newest of each key is kept. It may refuse what is not newer; it may fail, and is then tried again. */
public interface Store<T extends Versioned> extends AutoCloseable {
  /** @throws Exception nothing may be counted on as stored */
  void write(List<T> batch) throws Exception;

  @Override
  void close();
}
