package basketball.livestats.engine;

import java.io.Serializable;

/** Opens an engine on the machine where an operator runs. */
@FunctionalInterface
public interface EngineHosts extends Serializable {
  EngineHost open();
}
