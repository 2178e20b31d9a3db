package basketball.livestats.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import basketball.livestats.results.GameResult;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundle that is shipped, in the V8 that is shipped. */
class JavetEngineHostTest {
  private static final JavetEngineHosts HOSTS = new JavetEngineHosts(100_000, 384, 2_000);
  private static EngineHost engine;

  @BeforeAll
  static void open() {
    engine = HOSTS.open();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  static List<Fixture> fixtures() {
    return Fixture.all();
  }

  @ParameterizedTest(name = "P3: {0} gives the same bytes and the same hash as in Node")
  @MethodSource("fixtures")
  void sameBytes(Fixture fixture) throws Exception {
    engine.forget(fixture.gameId());
    engine.apply(fixture.gameId(), fixture.array(0, fixture.events().size()));
    GameResult result = GameResult.of(fixture.gameId(), engine.whole(fixture.gameId()));
    assertEquals(fixture.result(), new String(result.bytes, UTF_8));
    assertEquals(fixture.hash(), result.hash);
  }

  @Test
  @DisplayName("P3: event by event, dropped in between, it ends at the same bytes")
  void eventByEvent() throws Exception {
    Fixture fixture = Fixture.named("many-corrections");
    int half = fixture.events().size() / 2;
    engine.forget(fixture.gameId());
    for (int i = 0; i < half; i++) engine.apply(fixture.gameId(), fixture.array(i, i + 1));
    engine.forget(fixture.gameId());
    assertEquals(-1, engine.lastSeq(fixture.gameId()));
    engine.apply(fixture.gameId(), fixture.array(0, half));
    engine.skip(fixture.gameId());
    for (int i = half; i < fixture.events().size(); i++) {
      engine.apply(fixture.gameId(), fixture.array(i, i + 1));
      engine.take(fixture.gameId(), false);
    }
    assertEquals(fixture.result(), engine.whole(fixture.gameId()).result());
  }

  @Test
  @DisplayName("J-5: a delta of one play is small, says from where to where, and has an action for its shooter")
  void takes() throws Exception {
    Fixture fixture = Fixture.named("fiba-game");
    engine.forget(fixture.gameId());
    engine.apply(fixture.gameId(), fixture.array(0, 100));
    Taken whole = engine.take(fixture.gameId(), false);
    assertTrue(whole.delta().contains("\"previousRevision\":0"));
    int shot = 100;
    while (!fixture.events().get(shot).contains("field-goal-attempted")) shot++;
    engine.apply(fixture.gameId(), fixture.array(100, shot + 1));
    Taken change = engine.take(fixture.gameId(), false);
    assertTrue(change.delta().contains("\"revision\":" + (shot + 1) + ",\"previousRevision\":100"));
    assertTrue(change.delta().length() < whole.delta().length() / 4);
    assertTrue(change.actions().stream().anyMatch(action -> action.json().contains("\"field-goal-attempted\"")));
  }

  @Test
  @DisplayName("J-7: a fold that does not end is ended, and the engine goes on with other games")
  void endless() throws Exception {
    String script = EngineBundle.script() + ";{const make = engine.makeHost; engine = {makeHost: (n) => ({...make(n), skip: () => { for (;;); }})};}";
    try (JavetEngineHost stuck = new JavetEngineHost(script, new JavetEngineHosts(1_000, 384, 500))) {
      EngineFailed failed = assertThrows(EngineFailed.class, () -> stuck.skip("any"));
      assertEquals("fold-timeout", failed.reason());
      Fixture fixture = Fixture.named("basic");
      stuck.apply(fixture.gameId(), fixture.array(0, fixture.events().size()));
      assertEquals(fixture.result(), stuck.whole(fixture.gameId()).result());
    }
  }

  @Test
  @DisplayName("J-7: what the fold throws is an answer, and the engine goes on")
  void throwing() throws Exception {
    EngineFailed failed = assertThrows(EngineFailed.class, () -> engine.apply("broken", "[{]"));
    assertEquals("fold-failed", failed.reason());
    assertEquals(EngineBundle.engineVersion(), engine.engineVersion());
  }

  @Test
  @DisplayName("P3: a job that is submitted again to the same JVM finds V8 loaded, each time by a class loader of its own")
  void submittedAgain() throws Exception {
    List<URL> classPath = new ArrayList<>();
    for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator)) {
      classPath.add(new File(entry).toURI().toURL());
    }
    Set<Integer> versions = new HashSet<>();
    for (int submission = 0; submission < 3; submission++) {
      try (URLClassLoader loader =
          new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
        Object hosts =
            loader
                .loadClass(JavetEngineHosts.class.getName())
                .getConstructor(int.class, int.class, int.class)
                .newInstance(1_000, 384, 2_000);
        AutoCloseable host = (AutoCloseable) hosts.getClass().getMethod("open").invoke(hosts);
        var version = loader.loadClass(EngineHost.class.getName()).getMethod("engineVersion");
        versions.add((Integer) version.invoke(host));
        host.close();
      }
    }
    assertEquals(Set.of(EngineBundle.engineVersion()), versions);
  }
}
