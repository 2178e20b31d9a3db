package basketball.livestats.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A canonical log of fixtures/logs, one event a line, and its exact result. */
public record Fixture(String name, String gameId, List<String> events, String result, String hash) {
  private static final Path FOLDER = Path.of(System.getProperty("fixtures"));
  private static final Pattern GAME_ID = Pattern.compile("\"gameId\":\"([^\"]+)\"");

  public static List<Fixture> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".log.json"))
          .map(file -> named(file.replace(".log.json", "")))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public static Fixture named(String name) {
    try {
      String text = Files.readString(FOLDER.resolve(name + ".log.json"));
      List<String> events = new ArrayList<>();
      for (String line : text.split("\n")) if (line.startsWith("{")) events.add(line.replaceAll(",$", ""));
      Matcher gameId = GAME_ID.matcher(events.get(0));
      if (!gameId.find()) throw new IllegalStateException(name);
      String result = Files.readString(FOLDER.resolve(name + ".result.json")).stripTrailing();
      return new Fixture(name, gameId.group(1), events, result, hash(name));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String hash(String name) throws IOException {
    String hashes = Files.readString(FOLDER.resolve("hashes.json"));
    Matcher hash = Pattern.compile("\"" + name + "\": \"([0-9a-f]{64})\"").matcher(hashes);
    if (!hash.find()) throw new IllegalStateException(name);
    return hash.group(1);
  }

  public String array(int from, int to) {
    return "[" + String.join(",", events.subList(from, to)) + "]";
  }

  @Override
  public String toString() {
    return name;
  }
}
