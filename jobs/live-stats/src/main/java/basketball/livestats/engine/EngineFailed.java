package basketball.livestats.engine;

/** The engine threw on one game, or did not come to an end: a bug of ours, and never a reason to stop the others. */
public final class EngineFailed extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean isTimeout;

  public EngineFailed(String message, boolean isTimeout) {
    super(message);
    this.isTimeout = isTimeout;
  }

  /** For whoever looks at dead letters. */
  public String reason() {
    return isTimeout ? "fold-timeout" : "fold-failed";
  }
}
