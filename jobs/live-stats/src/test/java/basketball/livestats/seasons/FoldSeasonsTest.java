package basketball.livestats.seasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import basketball.livestats.engine.EngineHost;
import basketball.livestats.engine.Fixture;
import basketball.livestats.engine.JavetEngineHosts;
import basketball.livestats.kafka.Outgoing;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The season step, with the real engine. */
class FoldSeasonsTest {
  private static final JavetEngineHosts HOSTS = new JavetEngineHosts(100_000, 384, 2_000);
  private KeyedOneInputStreamOperatorTestHarness<String, SeasonGame, Outgoing> harness;
  private long now = 1_000_000;

  @BeforeEach
  void open() throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new FoldSeasons(HOSTS)), game -> game.seasonId, Types.STRING);
    harness.open();
    harness.setProcessingTime(now);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  /** A final game of the fixtures at some revision. */
  private static SeasonGame finalGame(String fixtureName) throws Exception {
    Fixture fixture = Fixture.named(fixtureName);
    try (EngineHost engine = HOSTS.open()) {
      engine.apply(fixture.gameId(), fixture.array(0, fixture.events().size()));
      return SeasonGame.of("season", fixture.gameId(), engine.whole(fixture.gameId()));
    }
  }

  private static SeasonGame withdrawn(SeasonGame game) {
    SeasonGame empty = new SeasonGame();
    empty.seasonId = game.seasonId;
    empty.gameId = game.gameId;
    empty.revision = game.revision + 1;
    empty.engineVersion = game.engineVersion;
    return empty;
  }

  private void take(SeasonGame game) throws Exception {
    harness.processElement(game, now);
  }

  private List<String> tables() throws Exception {
    now += FoldSeasons.TABLE_MS;
    harness.setProcessingTime(now);
    List<String> tables = harness.extractOutputValues().stream().map(Outgoing::text).toList();
    harness.getOutput().clear();
    return tables;
  }

  @Test
  @DisplayName("J-10: games that came together are told of by one table, with leaders and the form of their teams")
  void table() throws Exception {
    SeasonGame first = finalGame("fiba-game");
    assertFalse(first.lines.isEmpty());
    take(first);
    take(finalGame("basic"));
    List<String> tables = tables();
    assertEquals(1, tables.size());
    assertTrue(tables.get(0).startsWith("{\"type\":\"season-leaders\",\"seasonId\":\"season\","));
    assertTrue(tables.get(0).contains("\"games\":2,\"leaders\":{\"pts\":"));
    assertEquals("season", harness.getSideOutput(FoldSeasons.TABLES).peek().getValue().key());
  }

  @Test
  @DisplayName("J-10: an older or equal line set changes nothing")
  void older() throws Exception {
    SeasonGame game = finalGame("fiba-game");
    take(game);
    tables();
    take(game);
    assertEquals(List.of(), tables());
  }

  @Test
  @DisplayName("J-10: a game that is withdrawn is out of the table, and the table is newer than the one with it")
  void withdrawal() throws Exception {
    SeasonGame game = finalGame("fiba-game");
    take(game);
    take(finalGame("basic"));
    tables();
    take(withdrawn(game));
    assertTrue(tables().get(0).contains("\"games\":1,"));
    List<SeasonTable> stored =
        harness.getSideOutput(FoldSeasons.TABLES).stream().map(record -> record.getValue()).toList();
    assertTrue(stored.get(1).isNewerThan(stored.get(0)));
  }

  @Test
  @DisplayName("J-10: games that are not final are no game of the season yet")
  void notFinal() throws Exception {
    take(withdrawn(finalGame("fiba-game")));
    assertEquals(List.of(), tables());
  }
}
