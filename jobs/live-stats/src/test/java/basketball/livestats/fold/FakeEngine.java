package basketball.livestats.fold;

import basketball.livestats.engine.EngineFailed;
import basketball.livestats.engine.EngineHost;
import basketball.livestats.engine.Taken;
import basketball.livestats.engine.Whole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An engine that only counts: it says which seqs it was told of, refuses what is out of order, and fails on `poison` and `endless`, the
 * first version on both, the third again.
 */
public final class FakeEngine implements EngineHost {
  private static final Pattern EVENT = Pattern.compile("\"seq\":(\\d+).*?\"type\":\"([a-z-]+)\"");

  int version;
  int applied;
  private final Map<String, Game> games = new HashMap<>();

  FakeEngine() {
    this(1);
  }

  public FakeEngine(int version) {
    this.version = version;
  }

  private static final class Game {
    int seq;
    int taken;
    boolean isFinal;
    final Set<Integer> unreadable = new TreeSet<>();
  }

  /** The places of a game that hold no event. */
  Set<Integer> unreadable(String gameId) {
    return games.containsKey(gameId) ? games.get(gameId).unreadable : Set.of();
  }

  @Override
  public int engineVersion() {
    return version;
  }

  @Override
  public int lastSeq(String gameId) {
    return games.containsKey(gameId) ? games.get(gameId).seq : -1;
  }

  @Override
  public void apply(String gameId, String events) throws EngineFailed {
    Game game = games.computeIfAbsent(gameId, id -> new Game());
    Matcher event = EVENT.matcher(events);
    while (event.find()) {
      int seq = Integer.parseInt(event.group(1));
      if (seq != game.seq + 1) throw new IllegalArgumentException(seq + " after " + game.seq);
      String type = event.group(2);
      boolean isEndless = type.equals("endless");
      if (version != 2 && (isEndless || type.equals("poison"))) throw new EngineFailed(type, isEndless);
      if (type.equals("event-unreadable")) game.unreadable.add(seq);
      game.seq = seq;
      game.isFinal = type.equals("final");
      applied++;
    }
  }

  @Override
  public void skip(String gameId) {
    games.get(gameId).taken = games.get(gameId).seq;
  }

  @Override
  public Taken take(String gameId, boolean isWhole) {
    Game game = games.get(gameId);
    List<Taken.PlayerAction> actions = new ArrayList<>();
    for (int seq = game.taken + 1; seq <= game.seq; seq++) actions.add(new Taken.PlayerAction("player", "a" + seq));
    String delta = (isWhole ? 0 : game.taken) + "-" + game.seq + "@" + version;
    game.taken = game.seq;
    return new Taken(game.isFinal, delta, "state " + game.seq, actions);
  }

  @Override
  public Whole whole(String gameId) {
    Game game = games.get(gameId);
    return new Whole(game.seq, version, "result " + game.seq, "{}", "[]", "[]", game.isFinal ? "{}" : "");
  }

  @Override
  public void forget(String gameId) {
    games.remove(gameId);
  }

  void forgetAll() {
    games.clear();
  }

  @Override
  public String season(String lines) {
    return "{\"lines\":" + lines + "}";
  }

  @Override
  public void close() {}
}
