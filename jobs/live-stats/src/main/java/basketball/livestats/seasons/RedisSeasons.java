package basketball.livestats.seasons;

import basketball.livestats.results.Packed;
import basketball.livestats.results.RedisStore;
import basketball.livestats.sink.Store;
import basketball.livestats.sink.Stores;

/** Season tables in Redis, packed: `season:{id}`. */
public record RedisSeasons(String url) implements Stores<SeasonTable> {
  @Override
  public Store<SeasonTable> open() {
    return new RedisStore<>(url, table -> new RedisStore.Entry("season:" + table.seasonId, "", Packed.of(table.jsonBytes())));
  }
}
