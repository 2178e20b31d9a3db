package basketball.livestats.seasons;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import basketball.livestats.sink.Store;
import basketball.livestats.support.Database;
import basketball.livestats.support.Servers;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Season tables in real stores. */
class SeasonStoresTest {
  private static SeasonTable table(String seasonId, long revisions, long engineVersions) {
    SeasonTable table = new SeasonTable();
    table.seasonId = seasonId;
    table.revisions = revisions;
    table.engineVersions = engineVersions;
    table.table = "{\"games\":" + revisions + "}";
    return table;
  }

  @Test
  @DisplayName("J-10, W-1: PostgreSQL keeps the table that was made of the newest games")
  void postgres() throws Exception {
    String season = UUID.nameUUIDFromBytes("season".getBytes()).toString();
    Store<SeasonTable> store = new PostgresSeasons(Servers.settings().postgres()).open();
    try (Database database = new Database(Servers.settings().postgres())) {
      database.run("delete from season_tables where season_id = ?", season);
      store.write(List.of(table(season, 20, 4), table(season, 10, 9), table(season, 20, 3)));
      String stored = "select revisions || '@' || engine_versions || ' ' || (\"table\" ->> 'games') from season_tables where season_id = ?";
      assertEquals("20@4 20", database.one(stored, season));
      store.write(List.of(table(season, 20, 6)));
      assertEquals("20@6 20", database.one(stored, season));
    } finally {
      store.close();
    }
  }

  @Test
  @DisplayName("J-10, W-1: Redis keeps the table that was made of the newest games, packed")
  void redis() throws Exception {
    String url = Servers.settings().redisUrl();
    Store<SeasonTable> store = new RedisSeasons(url).open();
    try (Jedis look = new Jedis(url)) {
      look.del("season:season");
      store.write(List.of(table("season", 20, 4), table("season", 10, 9), table("season", 20, 3)));
      assertEquals(List.of("20", "4"), look.hmget("season:season", "revision", "engineVersion"));
      byte[] packed = look.hget("season:season".getBytes(UTF_8), "bytes".getBytes(UTF_8));
      byte[] bytes = table("season", 20, 4).jsonBytes();
      byte[] unpacked = new byte[bytes.length];
      new ZstdDecompressor().decompress(packed, 0, packed.length, unpacked, 0, unpacked.length);
      assertArrayEquals(bytes, unpacked);
    } finally {
      store.close();
    }
  }
}
