package basketball.livestats.events;

/** A record of the log's topic as it came: nothing in it has been believed yet. */
public final class SourceRecord {
  public String topic = "";
  public int partition;
  public long offset;
  public byte[] key = new byte[0];
  public byte[] value = new byte[0];
  /** Head of the log that is being sent again; 0: this is new. */
  public int replayThrough;
  /** What is known of the game is to be dropped at its first event. */
  public boolean isRestart;
  public String seasonId = "";
  public String traceparent = "";
}
