package basketball.livestats.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import basketball.livestats.results.GameResult;
import basketball.livestats.results.Postgres;
import basketball.livestats.results.PostgresResults;
import basketball.livestats.results.RedisResults;
import basketball.livestats.results.StoredGame;
import basketball.livestats.sink.NewestSink.WhenFull;
import basketball.livestats.support.Database;
import basketball.livestats.support.Servers;
import basketball.livestats.support.Wire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Real stores behind a network that fails: the job goes on, nothing waits longer than it says, and what was missed comes. */
class StoreOutagesTest {
  /** What a checkpoint waits for a store, and what a batch waits for an answer, each with some air. */
  private static final Duration CHECKPOINT = Duration.ofSeconds(7);
  private static final Duration REDIS_ANSWER = Duration.ofSeconds(4);
  private static final Duration POSTGRES_ANSWER = Duration.ofSeconds(18);
  private static final Duration BACK = Duration.ofSeconds(30);
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private final Postgres postgres = Servers.settings().postgres();
  private final String redisUrl = Servers.settings().redisUrl();

  private static <T extends Versioned> NewestWriter<T> writer(Stores<T> stores, WhenFull whenFull) {
    return new NewestWriter<>("test", stores.open(), new Waiting<>(whenFull), new UnregisteredMetricsGroup());
  }

  private Postgres through(Wire wire) {
    return new Postgres(wire.through(postgres.jdbcUrl()), postgres.user(), postgres.password());
  }

  private static GameResult small(String gameId, int revision) {
    GameResult result = new GameResult();
    result.gameId = gameId;
    result.revision = revision;
    result.engineVersion = 1;
    result.bytes = "whole".getBytes(UTF_8);
    return result;
  }

  /** However often it is tried until then. */
  private static void awaitStored(NewestWriter<GameResult> writer, Callable<Boolean> isStored) {
    assertTimeoutPreemptively(
        BACK,
        () -> {
          while (!isStored.call()) writer.flush(true);
        });
  }

  @Test
  @DisplayName("W-2: a database that is away holds up no checkpoint, and has the newest result when it is back")
  void postgresAway() throws Exception {
    try (Database database = new Database(postgres);
        Wire wire = Wire.to(postgres.jdbcUrl())) {
      StoredGame game = new StoredGame("postgres away", database);
      game.growTo(40);
      NewestWriter<GameResult> writer = writer(new PostgresResults(through(wire)), WhenFull.WAIT);
      writer.write(game.at(10, 1), null);
      writer.flush(false);
      assertEquals("10@1", game.stored());

      wire.cut();
      for (int revision = 11; revision <= 39; revision++) writer.write(game.at(revision, 1), null);
      assertTimeout(CHECKPOINT, () -> writer.flush(false));
      assertTimeout(AT_ONCE, () -> writer.flush(false), "the second checkpoint knows that it is away");
      assertEquals("10@1", game.stored());

      wire.mend();
      writer.write(game.at(40, 1), null);
      awaitStored(writer, () -> "40@1".equals(game.stored()));
      writer.close();
    }
  }

  @Test
  @DisplayName("W-2: a database that does not answer is given up on, and asked anew by another connection")
  void postgresSilent() throws Exception {
    try (Database database = new Database(postgres);
        Wire wire = Wire.to(postgres.jdbcUrl())) {
      StoredGame game = new StoredGame("postgres silent", database);
      game.growTo(20);
      Store<GameResult> store = new PostgresResults(through(wire)).open();
      store.write(List.of(game.at(10, 1)));
      wire.silence();
      assertTimeout(POSTGRES_ANSWER, () -> assertThrows(Exception.class, () -> store.write(List.of(game.at(20, 1)))));
      assertTimeout(POSTGRES_ANSWER, () -> assertThrows(Exception.class, () -> store.write(List.of(game.at(20, 1)))));
      wire.mend();
      store.write(List.of(game.at(20, 1)));
      assertEquals("20@1", game.stored());
      store.close();
    }
  }

  @Test
  @DisplayName("W-2: a database that was restarted under the job is connected to again")
  void postgresRestarted() throws Exception {
    try (Database database = new Database(postgres)) {
      StoredGame game = new StoredGame("postgres restarted", database);
      game.growTo(20);
      NewestWriter<GameResult> writer = writer(new PostgresResults(postgres), WhenFull.WAIT);
      writer.write(game.at(10, 1), null);
      writer.flush(false);
      database.run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'live-stats' and pid <> pg_backend_pid()");
      writer.write(game.at(20, 1), null);
      awaitStored(writer, () -> "20@1".equals(game.stored()));
      writer.close();
    }
  }

  @Test
  @DisplayName("W-2: a Redis that is away or silent takes no longer than its timeout, holds up no checkpoint, and is filled again")
  void redis() throws Exception {
    try (Wire wire = Wire.to(redisUrl);
        Jedis look = new Jedis(redisUrl)) {
      look.del("game:redis outage");
      RedisResults stores = new RedisResults(wire.through(redisUrl));
      Store<GameResult> store = stores.open();
      store.write(List.of(small("redis outage", 1)));
      wire.silence();
      assertTimeout(REDIS_ANSWER, () -> assertThrows(Exception.class, () -> store.write(List.of(small("redis outage", 2)))));
      assertTimeout(REDIS_ANSWER, () -> assertThrows(Exception.class, () -> store.write(List.of(small("redis outage", 2)))));
      store.close();

      NewestWriter<GameResult> writer = writer(stores, WhenFull.DROP_OLDEST);
      assertTimeout(AT_ONCE, () -> writer.write(small("redis outage", 3), null));
      assertTimeout(CHECKPOINT, () -> writer.flush(false));
      wire.cut();
      assertTimeout(AT_ONCE, () -> writer.write(small("redis outage", 4), null));
      assertTimeout(AT_ONCE, () -> writer.flush(false));
      assertEquals("1", look.hget("game:redis outage", "revision"));

      wire.mend();
      awaitStored(writer, () -> "4".equals(look.hget("game:redis outage", "revision")));
      writer.close();
    }
  }

  @Test
  @DisplayName("W-2: a job that stops while its store is silent does not wait for it")
  void closes() throws Exception {
    try (Wire wire = Wire.to(redisUrl)) {
      wire.silence();
      NewestWriter<GameResult> writer = writer(new RedisResults(wire.through(redisUrl)), WhenFull.DROP_OLDEST);
      writer.write(small("closes", 1), null);
      assertTimeout(REDIS_ANSWER, writer::close);
    }
  }
}
