package basketball.livestats.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import basketball.livestats.engine.Fixture;
import basketball.livestats.sink.Store;
import basketball.livestats.support.Database;
import basketball.livestats.support.Servers;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Results in a real PostgreSQL with our migrations, written by the job's own store. */
class PostgresResultsTest {
  private final Postgres postgres = Servers.settings().postgres();
  private Database database;
  private Store<GameResult> store;
  private StoredGame game;

  @BeforeEach
  void open(TestInfo test) throws Exception {
    database = new Database(postgres);
    store = new PostgresResults(postgres).open();
    game = new StoredGame(test.getDisplayName(), database);
  }

  @AfterEach
  void close() throws Exception {
    store.close();
    database.close();
  }

  private void write(GameResult... results) throws Exception {
    store.write(List.of(results));
  }

  @Test
  @DisplayName("W-1: a higher revision replaces, so does a newer engine at the same one; nothing older replaces anything")
  void newer() throws Exception {
    game.growTo(60);
    write(game.at(50, 2));
    write(game.at(40, 3));
    assertEquals("50@2", game.stored());
    write(game.at(50, 1));
    assertEquals("50@2", game.stored());
    write(game.at(50, 3));
    assertEquals("50@3", game.stored());
    write(game.at(60, 1));
    assertEquals("60@1", game.stored());
  }

  @Test
  @DisplayName("W-1: of one batch the newest stands, in whatever order it came")
  void newestOfBatch() throws Exception {
    game.growTo(60);
    write(game.at(20, 1), game.at(60, 1), game.at(40, 1));
    assertEquals("60@1", game.stored());
  }

  @Test
  @DisplayName("W-3: the same result again rewrites nothing")
  void again() throws Exception {
    game.growTo(20);
    write(game.at(20, 1));
    String version = database.one("select xmin from game_results where game_id = ?", game.gameId);
    write(game.at(20, 1));
    assertEquals(version, database.one("select xmin from game_results where game_id = ?", game.gameId));
  }

  @Test
  @DisplayName("P3: what is stored is what Node would have stored, byte for byte, with its hash")
  void bytes() throws Exception {
    game.growToEnd();
    GameResult result = game.at(game.events.size(), 1);
    write(result);
    byte[] packed = database.bytes("select snapshot from game_results where game_id = ?", game.gameId);
    byte[] bytes = new byte[result.bytes.length];
    int length = new ZstdDecompressor().decompress(packed, 0, packed.length, bytes, 0, bytes.length);
    Fixture fixture = Fixture.named("fiba-game");
    assertArrayEquals(fixture.result().replace(fixture.gameId(), game.gameId).getBytes(), Arrays.copyOf(bytes, length));
    assertEquals(result.hash, database.one("select hash from game_results where game_id = ?", game.gameId));
  }

  @Test
  @DisplayName("W-2: lines that the newer result does not give are gone")
  void linesGo() throws Exception {
    game.growTo(60);
    write(game.at(60, 1));
    assertEquals("24", database.one("select count(*) from player_lines where game_id = ?", game.gameId));
    GameResult fewer = game.at(60, 2);
    fewer.players = "[]";
    write(fewer);
    assertEquals("0", database.one("select count(*) from player_lines where game_id = ?", game.gameId));
    assertEquals("2", database.one("select count(*) from team_lines where game_id = ?", game.gameId));
  }

  @Test
  @DisplayName("W-2: a revision beyond the head of the log is refused, and the others of its batch are stored")
  void beyondHead(TestInfo test) throws Exception {
    StoredGame other = new StoredGame(test.getDisplayName() + " other", database);
    game.growTo(30);
    other.growTo(30);
    write(game.at(31, 1), other.at(30, 1));
    assertNull(game.stored());
    assertEquals("30@1", other.stored());
    game.growTo(31);
    write(game.at(31, 1));
    assertEquals("31@1", game.stored());
  }

  @Test
  @DisplayName("W-2: a result that the database cannot take holds up no other of its batch")
  void refused(TestInfo test) throws Exception {
    StoredGame other = new StoredGame(test.getDisplayName() + " other", database);
    game.growTo(30);
    other.growTo(30);
    GameResult broken = game.at(30, 1);
    broken.players = "[{\"player_id\":\"nobody\"}]";
    write(other.at(20, 1), broken, other.at(30, 1));
    assertNull(game.stored());
    assertEquals("30@1", other.stored());
  }

  @Test
  @DisplayName("F-1: a final is settled by the transaction that stores its result, once, with its score")
  void settles() throws Exception {
    game.growToEnd();
    int end = game.events.size();
    write(game.at(end - 1, 1));
    assertNull(finals());
    write(game.at(end, 1));
    write(game.at(end, 2));
    assertEquals("1 x 80:76 at " + end, finals());
    assertEquals("final", database.one("select status from games where id = ?", game.gameId));
    write(game.at(end, 3));
    assertEquals("1 x 80:76 at " + end, finals());
  }

  @Test
  @DisplayName("F-1: result and final are of one transaction")
  void oneTransaction() throws Exception {
    game.growToEnd();
    write(game.at(game.events.size(), 1));
    assertEquals(
        database.one("select xmin from game_results where game_id = ?", game.gameId),
        database.one("select xmin from game_finals where game_id = ?", game.gameId));
  }

  @Test
  @DisplayName("F-1: a result of before the reopening settles nothing")
  void reopened() throws Exception {
    game.growToEnd();
    game.reopen();
    write(game.at(game.events.size(), 1));
    assertNull(finals());
  }

  private String finals() throws Exception {
    return database.one(
        "select count(*) || ' x ' || min(home_pts) || ':' || min(away_pts) || ' at ' || min(revision) from game_finals"
            + " where game_id = ? group by game_id",
        game.gameId);
  }

  @Test
  @DisplayName("K-9: a job that starts leaves the version of its engine, the last row is the one that runs")
  void runs() throws Exception {
    EngineRuns.started(postgres, 7);
    EngineRuns.started(postgres, 6);
    assertEquals("6", database.one("select engine_version from engine_runs order by run_id desc limit 1"));
  }
}
