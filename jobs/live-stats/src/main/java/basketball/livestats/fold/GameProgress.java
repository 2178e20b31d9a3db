package basketball.livestats.fold;

/** How far one game has come. Fields may be added: Flink takes it as a POJO. A due time of 0: nothing is due. */
public final class GameProgress {
  /** Events 1..lastSeq are in the log. */
  public int lastSeq;
  /** The highest seq that ever came; beyond lastSeq: there is a hole. */
  public int highestSeq;
  public int gapSize;
  /** Nothing is said before this seq is reached: the log is being sent again. */
  public int silentThrough;

  public int emittedRevision;
  public int emittedEngineVersion;
  public long emittedAt;
  public long emitDue;

  public long resultAt;
  public long resultDue;

  /** Requests for the log since the hole was seen, and how many refills passed over it all the same. */
  public int tries;
  public int asked;
  public int refills;
  public int refillAsked;
  public long askDue;
  public long forkAskedAt;

  /** The engine that failed on this game; 0: none did. */
  public int parkedBy;
  public boolean isFinal;
  public String seasonId = "";
  public long lastEventAt;
  public long dropDue;

  public boolean hasHole() {
    return lastSeq < highestSeq;
  }

  public boolean isSilent() {
    return lastSeq < silentThrough;
  }
}
