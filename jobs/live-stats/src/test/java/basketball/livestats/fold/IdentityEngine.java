package basketball.livestats.fold;

import basketball.livestats.engine.EngineBundle;
import basketball.livestats.engine.EngineHost;
import basketball.livestats.engine.Taken;
import basketball.livestats.engine.Whole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stands in the engine's place where the job itself is measured: each event comes back as it came, and of a game its last seq is known. */
public final class IdentityEngine implements EngineHost {
  private static final String NO_ROWS = "[]";
  private static final String SUMMARY =
      "{\"status\":\"live\",\"homePts\":0,\"awayPts\":0,\"period\":1,\"clockMs\":null,\"isScoreDisputed\":false}";

  private final int engineVersion = EngineBundle.engineVersion();
  private final Map<String, Game> games = new HashMap<>();

  private static final class Game {
    private int seq;
    private int taken;
    private final List<String> untold = new ArrayList<>();
  }

  @Override
  public int engineVersion() {
    return engineVersion;
  }

  @Override
  public int lastSeq(String gameId) {
    Game game = games.get(gameId);
    return game == null ? -1 : game.seq;
  }

  /** The events of an array stand one after the other, each from its `{"` to the next one's. */
  @Override
  public void apply(String gameId, String events) {
    Game game = games.computeIfAbsent(gameId, id -> new Game());
    int from = 1;
    for (int depth = 0, at = 1; at < events.length(); at++) {
      char letter = events.charAt(at);
      if (letter == '{') depth++;
      if (letter != '}' || --depth > 0) continue;
      game.untold.add(events.substring(from, at + 1));
      game.seq++;
      from = at + 2;
    }
  }

  @Override
  public void skip(String gameId) {
    Game game = games.get(gameId);
    game.untold.clear();
    game.taken = game.seq;
  }

  @Override
  public Taken take(String gameId, boolean isWhole) {
    Game game = games.get(gameId);
    List<Taken.PlayerAction> actions = new ArrayList<>();
    for (String event : game.untold) actions.add(new Taken.PlayerAction(gameId, event));
    String delta = said(gameId, game, "\"previousRevision\":" + (isWhole ? 0 : game.taken));
    skip(gameId);
    return new Taken(false, delta, said(gameId, game, "\"game\":{}"), actions);
  }

  private String said(String gameId, Game game, String rest) {
    return "{\"gameId\":\"" + gameId + "\",\"revision\":" + game.seq + ",\"engineVersion\":" + engineVersion + "," + rest + "}";
  }

  @Override
  public Whole whole(String gameId) {
    Game game = games.get(gameId);
    return new Whole(game.seq, engineVersion, said(gameId, game, "\"plays\":{}"), SUMMARY, NO_ROWS, NO_ROWS, "");
  }

  @Override
  public void forget(String gameId) {
    games.remove(gameId);
  }

  @Override
  public String season(String lines) {
    return "{\"lines\":" + lines + "}";
  }

  @Override
  public void close() {}
}
