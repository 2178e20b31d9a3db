package basketball.livestats.seasons;

import basketball.livestats.engine.Whole;

/** What one game gives to its season. Empty lines: it was withdrawn, or is not final (J-10). */
public final class SeasonGame {
  public String seasonId = "";
  public String gameId = "";
  public int revision;
  public int engineVersion;
  public String lines = "";

  public static SeasonGame of(String seasonId, String gameId, Whole whole) {
    SeasonGame game = new SeasonGame();
    game.seasonId = seasonId;
    game.gameId = gameId;
    game.revision = whole.revision();
    game.engineVersion = whole.engineVersion();
    game.lines = whole.seasonLines();
    return game;
  }

  public boolean isNewerThan(SeasonGame other) {
    if (revision != other.revision) return revision > other.revision;
    return engineVersion > other.engineVersion;
  }
}
