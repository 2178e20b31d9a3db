package basketball.livestats.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import basketball.livestats.engine.Whole;
import basketball.livestats.sink.Versioned;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A whole result as it is stored: canonical bytes, their hash, and the rows beside them. */
public final class GameResult implements Versioned {
  public String gameId = "";
  public int revision;
  public int engineVersion;
  public String hash = "";
  public byte[] bytes = new byte[0];
  public String summary = "";
  public String players = "";
  public String teams = "";

  public static GameResult of(String gameId, Whole whole) {
    GameResult result = new GameResult();
    result.gameId = gameId;
    result.revision = whole.revision();
    result.engineVersion = whole.engineVersion();
    result.bytes = whole.result().getBytes(UTF_8);
    result.hash = sha256(result.bytes);
    result.summary = whole.summary();
    result.players = whole.players();
    result.teams = whole.teams();
    return result;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String key() {
    return gameId;
  }

  @Override
  public long revision() {
    return revision;
  }

  @Override
  public long engineVersion() {
    return engineVersion;
  }

  @Override
  public int sizeBytes() {
    return bytes.length + 2 * (summary.length() + players.length() + teams.length());
  }
}
