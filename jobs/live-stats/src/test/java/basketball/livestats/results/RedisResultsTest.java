package basketball.livestats.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import basketball.livestats.sink.Store;
import basketball.livestats.support.Servers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import redis.clients.jedis.Jedis;

/** Results in a real Redis, written by the job's own store. */
class RedisResultsTest {
  private final String url = Servers.settings().redisUrl();
  private final Jedis redis = new Jedis(url);
  private Store<GameResult> store;
  private String gameId;

  @BeforeEach
  void open(TestInfo test) {
    store = new RedisResults(url).open();
    gameId = test.getDisplayName();
    redis.del("game:" + gameId);
  }

  @AfterEach
  void close() {
    store.close();
    redis.close();
  }

  private GameResult result(int revision, int engineVersion) {
    GameResult result = new GameResult();
    result.gameId = gameId;
    result.revision = revision;
    result.engineVersion = engineVersion;
    result.hash = "of " + revision + "@" + engineVersion;
    result.bytes = "whole".getBytes(UTF_8);
    return result;
  }

  private void write(GameResult... results) throws Exception {
    store.write(List.of(results));
  }

  private String stored() {
    return String.join(" ", redis.hmget("game:" + gameId, "revision", "engineVersion", "hash"));
  }

  @Test
  @DisplayName("W-1: Redis takes what is newer and keeps what it has before anything older, with the hash that belongs to it")
  void newer() throws Exception {
    write(result(50, 2));
    write(result(40, 3), result(50, 1));
    assertEquals("50 2 of 50@2", stored());
    write(result(50, 3));
    assertEquals("50 3 of 50@3", stored());
    write(result(60, 1));
    assertEquals("60 1 of 60@1", stored());
  }

  @Test
  @DisplayName("W-2: Redis keeps a result for a day, and each new one for a day again")
  void expires() throws Exception {
    write(result(1, 1));
    redis.pexpire("game:" + gameId, 1_000);
    write(result(2, 1));
    long left = redis.pttl("game:" + gameId);
    assertTrue(left > 86_000_000 && left <= 86_400_000, left + " ms");
  }

  @Test
  @DisplayName("W-2: a flushed Redis takes the next result as if it were the first")
  void flushed() throws Exception {
    write(result(50, 2));
    redis.flushAll();
    write(result(3, 1));
    assertEquals("3 1 of 3@1", stored());
  }
}
