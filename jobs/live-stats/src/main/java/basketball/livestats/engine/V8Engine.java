package basketball.livestats.engine;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.primitive.V8ValueInteger;
import com.caoccao.javet.values.primitive.V8ValueString;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** One engine: takes the name of one of its functions and the arguments. A call that takes too long is ended from outside. */
final class V8Engine implements Function<Object[], Object> {
  private final V8Runtime runtime;
  private final V8Watch.Watched watched;
  private final Map<String, V8ValueFunction> functions = new HashMap<>();
  private final V8ValueObject host;

  V8Engine(V8Runtime runtime, String script, int mostEvents, int limitMs, V8Watch watch) throws JavetException {
    this.runtime = runtime;
    watched = watch.over(runtime, limitMs);
    runtime.getExecutor(script).executeVoid();
    host = runtime.getExecutor("globalThis.host = engine.makeHost(" + mostEvents + ")").execute();
  }

  @Override
  public Object apply(Object[] nameAndArguments) {
    String name = (String) nameAndArguments[0];
    if (name.equals("close")) return close();
    watched.begin();
    try {
      return name.equals("engineVersion") ? host.getInteger(name) : call(name, nameAndArguments);
    } catch (JavetException failed) {
      if (watched.hasEnded()) throw new IllegalStateException(name + " did not come to an end", new TimeoutException());
      throw new IllegalStateException(name + ": " + failed.getMessage());
    } finally {
      watched.end();
    }
  }

  private Object call(String name, Object[] nameAndArguments) throws JavetException {
    V8ValueFunction function = functions.get(name);
    if (function == null) {
      function = host.get(name);
      functions.put(name, function);
    }
    Object[] arguments = Arrays.copyOfRange(nameAndArguments, 1, nameAndArguments.length);
    try (V8Value answer = function.call(null, arguments)) {
      if (answer instanceof V8ValueString text) return text.getValue();
      if (answer instanceof V8ValueInteger number) return number.getValue();
      return null;
    }
  }

  private Object close() {
    watched.forget();
    try {
      for (V8ValueFunction function : functions.values()) function.close();
      host.close();
      runtime.close(true);
    } catch (JavetException failed) {
      throw new IllegalStateException("the engine did not close: " + failed.getMessage());
    }
    return null;
  }
}
