package basketball.livestats.engine;

import java.util.ArrayList;
import java.util.List;

/** What the engine says of a game since the last time. @param delta empty: nothing is new */
public record Taken(boolean isFinal, String delta, String gameState, List<PlayerAction> actions) {
  public record PlayerAction(String playerId, String json) {}

  static Taken of(String text) {
    String[] lines = text.split("\n", -1);
    List<PlayerAction> actions = new ArrayList<>(lines.length - 3);
    for (int i = 3; i < lines.length; i++) {
      int tab = lines[i].indexOf('\t');
      actions.add(new PlayerAction(lines[i].substring(0, tab), lines[i].substring(tab + 1)));
    }
    return new Taken(lines[0].equals("final"), lines[1], lines[2], actions);
  }
}
