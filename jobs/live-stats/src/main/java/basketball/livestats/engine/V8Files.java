package basketball.livestats.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What V8 needs, copied to where it stays: Flink deletes a job's jar when the job ends. The native library lies once for all JVMs of a
 * machine (it is the same for a version, and forty megabytes); the classes, a megabyte, once for each.
 */
final class V8Files {
  private static final String VERSION = "5.0.6";
  private static final String LIBRARY = "libjavet-v8-linux-x86_64.v." + VERSION + ".so";
  private static final String OURS = "basketball/livestats/engine/V8";
  private static final String JAVET = "com/caoccao/javet/";

  private final ClassLoader from;
  private final Path folder;

  V8Files(ClassLoader from) throws IOException {
    this.from = from;
    String name = "live-stats-v8-" + VERSION + "-" + System.getProperty("user.name");
    folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), name));
  }

  /** Complete as soon as it has its name, whoever else copies it at the same time. */
  Path library() throws IOException {
    Path library = folder.resolve(LIBRARY);
    if (Files.exists(library)) return library;
    Path aside = Files.createTempFile(folder, "library-", ".part");
    try (InputStream in = found(LIBRARY).openStream()) {
      Files.copy(in, aside, StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.move(aside, library, StandardCopyOption.ATOMIC_MOVE);
  }

  URL[] classes() throws IOException {
    Path jar = Files.createTempFile(folder, "classes-", ".jar");
    jar.toFile().deleteOnExit();
    Map<String, URL> folders = new LinkedHashMap<>();
    folders.put("", jar.toUri().toURL());
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream copy = new ZipOutputStream(out)) {
      copy.putNextEntry(new ZipEntry("META-INF/"));
      for (String prefix : new String[] {OURS, JAVET}) copyClasses(prefix, copy, folders);
    }
    return folders.values().toArray(URL[]::new);
  }

  /** Out of the jar that has them; a folder of classes, as in tests, is taken as it is. */
  private void copyClasses(String prefix, ZipOutputStream copy, Map<String, URL> folders) throws IOException {
    String known = prefix.equals(OURS) ? OURS + "Door.class" : JAVET + "interop/V8Host.class";
    URL url = found(known);
    if (!(url.openConnection() instanceof JarURLConnection connection)) {
      String address = url.toString();
      folders.put(prefix, new URL(address.substring(0, address.length() - known.length())));
      return;
    }
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (!entry.getName().startsWith(prefix) || entry.isDirectory()) continue;
        copy.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = jar.getInputStream(entry)) {
          in.transferTo(copy);
        }
      }
    }
  }

  private URL found(String name) throws IOException {
    URL url = from.getResource(name);
    if (url == null) throw new IOException(name + " is not in the class path");
    return url;
  }
}
