package basketball.livestats.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Function;

/**
 * Loads V8 once in a JVM, however often the job is submitted to it: a native library belongs to one class loader for ever. That loader
 * sees the JDK and copies of a few classes, nothing of Flink or of the job, so neither keeps the other from being collected.
 * The door to it stands among the system properties, under a name that changes when what passes through it does.
 */
final class V8Loader {
  private static final String DOOR = "basketball.livestats.v8/javet-5.0.6/1";

  private V8Loader() {}

  static Function<Object[], Object> open(String script, int mostEvents, int heapMb, int limitMs) {
    @SuppressWarnings("unchecked")
    Function<Object[], Object> opened =
        (Function<Object[], Object>) door().apply(new Object[] {script, mostEvents, heapMb, limitMs});
    return opened;
  }

  @SuppressWarnings("unchecked")
  private static Function<Object[], Object> door() {
    Properties shared = System.getProperties();
    synchronized (shared) {
      Object known = shared.get(DOOR);
      if (known == null) {
        known = newDoor();
        shared.put(DOOR, known);
      }
      return (Function<Object[], Object>) known;
    }
  }

  private static Object newDoor() {
    try {
      V8Files files = new V8Files(V8Loader.class.getClassLoader());
      Path library = files.library();
      URL[] classes = files.classes();
      return new URLClassLoader("live-stats-v8", classes, ClassLoader.getPlatformClassLoader())
          .loadClass("basketball.livestats.engine.V8Door")
          .getConstructor(File.class)
          .newInstance(library.getParent().toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException("V8 could not be loaded", failed.getCause());
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException("V8 could not be loaded", failed);
    }
  }
}
