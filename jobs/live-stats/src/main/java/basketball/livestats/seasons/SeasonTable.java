package basketball.livestats.seasons;

import static java.nio.charset.StandardCharsets.UTF_8;

import basketball.livestats.kafka.Outgoing;
import basketball.livestats.kafka.Topics;
import basketball.livestats.sink.Versioned;

/**
 * Leaders and team form of a season. Its version is made of those of its games: with each game that is replaced by something newer,
 * the sum of revisions grows, or stays and the sum of engine versions grows. So the newest can be told from any other.
 */
public final class SeasonTable implements Versioned {
  public String seasonId = "";
  public long revisions;
  public long engineVersions;
  /** As the engine made it. */
  public String table = "";

  @Override
  public String key() {
    return seasonId;
  }

  @Override
  public long revision() {
    return revisions;
  }

  @Override
  public long engineVersion() {
    return engineVersions;
  }

  @Override
  public int sizeBytes() {
    return 2 * table.length();
  }

  public String json() {
    String head = "{\"type\":\"season-leaders\",\"seasonId\":\"%s\",\"revision\":%d,\"engineVersions\":%d,";
    return String.format(head, seasonId, revisions, engineVersions) + table.substring(1);
  }

  public byte[] jsonBytes() {
    return json().getBytes(UTF_8);
  }

  Outgoing outgoing() {
    return Outgoing.to(Topics.STATISTICS_UPDATES, seasonId, json()).with("type", "season");
  }
}
