package basketball.livestats.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;

/**
 * Loads V8 once in a JVM, however often the job is submitted to it: a native library belongs to one class loader for ever. That loader
 * sees the JDK and copies of our jars, nothing of Flink or of the job, so neither keeps the other from being collected.
 * The door to it stands among the system properties, under a name that changes when what passes through it does.
 */
final class V8Loader {
  private static final String DOOR = "basketball.livestats.v8/javet-5.0.6/1";
  private static final String[] NEEDED = {
    "basketball/livestats/engine/V8Door.class",
    "com/caoccao/javet/interop/V8Host.class",
    "libjavet-v8-linux-x86_64.v.5.0.6.so",
  };

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
      Path folder = Files.createTempDirectory("live-stats-v8-");
      folder.toFile().deleteOnExit();
      URLClassLoader loader = new URLClassLoader("live-stats-v8", copies(folder), ClassLoader.getPlatformClassLoader());
      return loader
          .loadClass("basketball.livestats.engine.V8Door")
          .getConstructor(File.class)
          .newInstance(folder.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException("V8 could not be loaded", failed);
    }
  }

  /** Flink deletes a job's jar when the job ends; this loader stays. */
  private static URL[] copies(Path folder) throws IOException {
    Set<URL> copies = new LinkedHashSet<>();
    Set<URL> seen = new LinkedHashSet<>();
    for (String name : NEEDED) {
      URL found = V8Loader.class.getClassLoader().getResource(name);
      if (found == null) throw new IOException(name + " is not in the class path");
      if (found.openConnection() instanceof JarURLConnection jar) {
        if (!seen.add(jar.getJarFileURL())) continue;
        Path copy = folder.resolve(seen.size() + ".jar");
        try (var in = jar.getJarFileURL().openStream()) {
          Files.copy(in, copy);
        }
        copy.toFile().deleteOnExit();
        copies.add(copy.toUri().toURL());
      } else {
        String address = found.toString();
        copies.add(new URL(address.substring(0, address.length() - name.length())));
      }
    }
    return copies.toArray(URL[]::new);
  }
}
