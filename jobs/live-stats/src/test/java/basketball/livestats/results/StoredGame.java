package basketball.livestats.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import basketball.livestats.engine.EngineFailed;
import basketball.livestats.engine.EngineHost;
import basketball.livestats.engine.Fixture;
import basketball.livestats.engine.JavetEngineHosts;
import basketball.livestats.support.Database;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A game of the fixtures under an id of its own: its rows and its log in the database, and its result at any revision. */
public final class StoredGame {
  private static final EngineHost ENGINE = new JavetEngineHosts(100_000, 384, 2_000).open();

  public final String gameId;
  public final List<String> events;
  private final Database database;
  private int appended;

  /** What an earlier run left of it goes. @param name of the test, since all share one database */
  public StoredGame(String name, Database database) throws SQLException {
    this.database = database;
    gameId = UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    Fixture fixture = Fixture.named("fiba-game");
    events = fixture.events().stream().map(event -> event.replace(fixture.gameId(), gameId)).toList();
    String[] teams = {UUID.nameUUIDFromBytes("home".getBytes(UTF_8)).toString(), UUID.nameUUIDFromBytes("away".getBytes(UTF_8)).toString()};
    for (String team : teams) {
      database.run(
          "insert into teams (id, name, short_name, age_group, visibility, created_at, updated_at)"
              + " values (?, 'Team', 'TEAM', 'adult', 'public', now(), now()) on conflict do nothing",
          team);
    }
    database.run("select forget_game_log(?)", UUID.fromString(gameId));
    database.run("delete from games where id = ?", UUID.fromString(gameId));
    database.run(
        "insert into games (id, host_team_id, home_team_id, away_team_id, visibility, rule_set, tracked, created_at, updated_at)"
            + " values (?, ?, ?, ?, 'public', 'fiba-2024', '{\"home\": [], \"away\": []}', now(), now())",
        gameId, teams[0], teams[0], teams[1]);
  }

  /** Its log grows by the API's own function, to this many events. */
  public void growTo(int seq) throws Exception {
    for (; appended < seq; appended++) append(events.get(appended));
  }

  public void growToEnd() throws Exception {
    growTo(events.size());
  }

  public void reopen() throws Exception {
    String finalized = events.get(events.size() - 1);
    append(
        finalized
            .replace("game-finalized", "game-reopened")
            .replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"" + UUID.nameUUIDFromBytes(finalized.getBytes(UTF_8)) + "\"")
            .replaceFirst("\"deviceSeq\":\\d+", "\"deviceSeq\":" + (events.size() + 1)));
  }

  private void append(String event) throws Exception {
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(event.getBytes(UTF_8)));
    String outcome =
        database.one(
            "select outcome from append_events(?::uuid, ?::jsonb, 'test')",
            gameId, "[{\"body\":" + event + ",\"hash\":\"" + hash + "\"}]");
    if (!"accepted".equals(outcome)) throw new AssertionError(outcome + ": " + event);
  }

  /** What the engine makes of its first events, under any number. */
  public GameResult at(int revision, int engineVersion) throws EngineFailed {
    ENGINE.forget(gameId);
    ENGINE.apply(gameId, "[" + String.join(",", events.subList(0, revision)) + "]");
    GameResult result = GameResult.of(gameId, ENGINE.whole(gameId));
    result.engineVersion = engineVersion;
    return result;
  }

  /** `revision@engineVersion` as it stands; null: nothing. */
  public String stored() throws SQLException {
    return database.one("select revision || '@' || engine_version from game_results where game_id = ?", gameId);
  }
}
