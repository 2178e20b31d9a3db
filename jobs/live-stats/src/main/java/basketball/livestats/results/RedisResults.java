package basketball.livestats.results;

import basketball.livestats.sink.Store;
import basketball.livestats.sink.Stores;

/** Results in Redis, packed, for reads that need not wait for the database: `game:{id}`. */
public record RedisResults(String url) implements Stores<GameResult> {
  @Override
  public Store<GameResult> open() {
    return new RedisStore<>(
        url, result -> new RedisStore.Entry("game:" + result.gameId, result.hash, Packed.of(result.bytes)));
  }
}
