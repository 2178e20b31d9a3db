package basketball.livestats.sink;

import java.io.Serializable;

/** Opens a store on the machine where the sink runs; connects only when there is something to write. */
@FunctionalInterface
public interface Stores<T extends Versioned> extends Serializable {
  Store<T> open();
}
