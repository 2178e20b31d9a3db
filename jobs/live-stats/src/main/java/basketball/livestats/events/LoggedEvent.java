package basketball.livestats.events;

/** An event of a game's log: its bytes, and of their content no more than what order and repeats need. */
public final class LoggedEvent {
  public String gameId = "";
  public String id = "";
  public int seq;
  public byte[] bytes = new byte[0];
  public int replayThrough;
  public boolean isRestart;
  public String seasonId = "";
  public String traceparent = "";

  public boolean isReplay() {
    return replayThrough > 0;
  }

  /** The last one of a log that was sent again. */
  public boolean endsReplay() {
    return isReplay() && seq >= replayThrough;
  }
}
