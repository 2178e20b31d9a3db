package basketball.livestats.engine;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import java.io.File;
import java.util.function.Function;

/** On the other side: opens engines. Takes the script, how many events stay folded, megabytes of heap, and the limit of a call. */
public final class V8Door implements Function<Object[], Object> {
  private final V8Watch watch = new V8Watch();
  private boolean isFirst = true;

  /** @param folder where the native library lies */
  public V8Door(File folder) {
    JavetLibLoader.setLibLoadingListener(
        new IJavetLibLoadingListener() {
          @Override
          public File getLibPath(JSRuntimeType type) {
            return folder;
          }

          @Override
          public boolean isDeploy(JSRuntimeType type) {
            return false;
          }
        });
  }

  @Override
  public synchronized Object apply(Object[] arguments) {
    String script = (String) arguments[0];
    int mostEvents = (Integer) arguments[1];
    if (isFirst) V8RuntimeOptions.V8_FLAGS.setMaxHeapSize((Integer) arguments[2]);
    isFirst = false;
    try {
      return new V8Engine(V8Host.getV8Instance().createV8Runtime(), script, mostEvents, (Integer) arguments[3], watch);
    } catch (JavetException failed) {
      throw new IllegalStateException("the engine did not start: " + failed.getMessage());
    }
  }
}
