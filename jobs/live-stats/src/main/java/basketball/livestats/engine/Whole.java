package basketball.livestats.engine;

/** A whole result as the engine gives it. @param seasonLines empty: the game does not count for its season now */
public record Whole(
    int revision, int engineVersion, String result, String summary, String players, String teams, String seasonLines) {
  static Whole of(String text) {
    String[] lines = text.split("\n", -1);
    return new Whole(
        Integer.parseInt(lines[0]), Integer.parseInt(lines[1]), lines[2], lines[3], lines[4], lines[5], lines[6]);
  }
}
