package basketball.livestats.kafka;

/** The names of the topics; their partitions and retention are data of the contracts. */
public final class Topics {
  public static final String GAME_EVENTS = "game-events";
  public static final String STATISTICS_UPDATES = "statistics-updates";
  public static final String GAME_STATE = "game-state";
  public static final String PLAYER_ACTIONS = "player-actions";
  public static final String LOG_REQUESTS = "game-log-requests";
  public static final String DEAD = "game-events-dead";

  private Topics() {}
}
