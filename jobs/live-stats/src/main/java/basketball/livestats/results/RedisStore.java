package basketball.livestats.results;

import basketball.livestats.sink.Store;
import basketball.livestats.sink.Versioned;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.util.JedisURIHelper;

/** One hash per key with `revision`, `engineVersion`, `hash` and `bytes`; replaced only by what is newer (W-1), kept for a day. */
public final class RedisStore<T extends Versioned> implements Store<T> {
  private static final String REPLACE_IF_NEWER =
      """
      local r = tonumber(redis.call('hget', KEYS[1], 'revision') or '-1')
      local e = tonumber(redis.call('hget', KEYS[1], 'engineVersion') or '-1')
      local newR, newE = tonumber(ARGV[1]), tonumber(ARGV[2])
      if newR < r or (newR == r and newE < e) then return 0 end
      redis.call('hset', KEYS[1], 'revision', ARGV[1], 'engineVersion', ARGV[2], 'hash', ARGV[3], 'bytes', ARGV[4])
      redis.call('pexpire', KEYS[1], 86400000)
      return 1
      """;
  private static final int TIMEOUT_MS = 2_000;

  private final URI address;
  private final Function<T, Entry> entryOf;
  private Jedis connection;

  /** What stands under a key. */
  public record Entry(String key, String hash, byte[] bytes) {}

  public RedisStore(String url, Function<T, Entry> entryOf) {
    address = URI.create(url);
    this.entryOf = entryOf;
  }

  @Override
  public void write(List<T> batch) {
    try {
      if (connection == null) connection = connect();
      Pipeline pipeline = connection.pipelined();
      List<Object> answers = new ArrayList<>();
      for (T one : batch) replace(pipeline, one);
      answers.addAll(pipeline.syncAndReturnAll());
      for (Object answer : answers) if (answer instanceof RuntimeException failed) throw failed;
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  private void replace(Pipeline pipeline, T one) {
    Entry entry = entryOf.apply(one);
    pipeline.eval(
        REPLACE_IF_NEWER.getBytes(),
        List.of(entry.key().getBytes()),
        List.of(
            Long.toString(one.revision()).getBytes(),
            Long.toString(one.engineVersion()).getBytes(),
            entry.hash().getBytes(),
            entry.bytes()));
  }

  private Jedis connect() {
    var config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(TIMEOUT_MS)
            .socketTimeoutMillis(TIMEOUT_MS)
            .user(JedisURIHelper.getUser(address))
            .password(JedisURIHelper.getPassword(address))
            .database(JedisURIHelper.getDBIndex(address))
            .ssl(JedisURIHelper.isRedisSSLScheme(address))
            .build();
    return new Jedis(new HostAndPort(address.getHost(), address.getPort() == -1 ? 6379 : address.getPort()), config);
  }

  @Override
  public void close() {
    Jedis old = connection;
    connection = null;
    if (old == null) return;
    try {
      old.close();
    } catch (RuntimeException closed) {
      // It is gone either way.
    }
  }
}
