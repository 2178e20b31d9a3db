package basketball.livestats.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import basketball.livestats.engine.EngineHost;
import basketball.livestats.engine.Fixture;
import basketball.livestats.engine.JavetEngineHosts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the real engine makes of the place of bytes that nobody could read. */
class DegradedTest {
  @Test
  @DisplayName("J-7: where a play could not be read, state, delta and result say that they are degraded, and the others count")
  void degraded() throws Exception {
    Fixture fixture = Fixture.named("fiba-game");
    try (EngineHost engine = new JavetEngineHosts(10_000, 384, 2_000).open()) {
      engine.apply(fixture.gameId(), fixture.array(0, 20));
      assertTrue(engine.take(fixture.gameId(), true).gameState().contains("\"isDegraded\":false"));
      engine.apply(fixture.gameId(), "[" + new String(GameLog.unreadable(fixture.gameId(), 21), UTF_8) + "]");
      engine.apply(fixture.gameId(), fixture.array(21, 40));
      var said = engine.take(fixture.gameId(), false);
      assertTrue(said.delta().contains("\"isDegraded\":true"));
      assertTrue(said.gameState().contains("\"isDegraded\":true"));
      var whole = engine.whole(fixture.gameId());
      assertEquals(40, whole.revision());
      assertTrue(whole.result().contains("\"isDegraded\":true"));
      assertTrue(whole.result().contains("\"code\":\"event-unreadable\""));
      assertFalse(whole.result().contains("\"event-type-unknown\""));
    }
  }
}
