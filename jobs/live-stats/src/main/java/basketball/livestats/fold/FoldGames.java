package basketball.livestats.fold;

import basketball.livestats.engine.EngineFailed;
import basketball.livestats.engine.EngineHost;
import basketball.livestats.engine.EngineHosts;
import basketball.livestats.engine.Taken;
import basketball.livestats.engine.Whole;
import basketball.livestats.events.LoggedEvent;
import basketball.livestats.kafka.Outgoing;
import basketball.livestats.kafka.Topics;
import basketball.livestats.results.GameResult;
import basketball.livestats.seasons.SeasonGame;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keyed by game: keeps its log, folds it by the engine, and says what changed; whole results and season lines leave by the side.
 * Invariants: what is said at revision r is the fold of events 1..r; a game that the engine fails on is parked alone (J-7); what was
 * said before a failure of the job may be said again, and is the same.
 * Source: protocol.md §8.
 */
public final class FoldGames extends KeyedProcessFunction<String, LoggedEvent, Outgoing> {
  private static final long serialVersionUID = 1;

  public static final OutputTag<GameResult> RESULTS = new OutputTag<>("results") {};
  public static final OutputTag<SeasonGame> SEASON_GAMES = new OutputTag<>("season-games") {};

  private static final long SLOWEST_EMISSION_MS = 8_000;
  private static final long SLOWEST_RESULT_MS = 30_000;
  private static final long IDLE_MS = 500;
  private static final double SHARE_OF_EMISSIONS = 0.2;
  private static final double SHARE_OF_RESULTS = 0.1;

  private final EngineHosts hosts;
  private final FoldSettings settings;

  private transient EngineHost engine;
  private transient ValueState<GameProgress> progressState;
  private transient GameLog log;
  private transient LogRequests requests;
  private transient Pace emissions;
  private transient Pace results;
  /** When the operator took an event last, of whatever game. */
  private transient long eventAt;
  private transient Counter folded;
  private transient Counter parked;
  private transient Counter refolded;

  public FoldGames(EngineHosts hosts, FoldSettings settings) {
    this.hosts = hosts;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    progressState = getRuntimeContext().getState(new ValueStateDescriptor<>("progress", GameProgress.class));
    log = new GameLog(getRuntimeContext());
    requests = new LogRequests();
    emissions = new Pace(settings.emissionMs(), SLOWEST_EMISSION_MS, SHARE_OF_EMISSIONS);
    results = new Pace(settings.resultMs(), SLOWEST_RESULT_MS, SHARE_OF_RESULTS);
    var metrics = getRuntimeContext().getMetricGroup();
    folded = metrics.counter("foldedEvents");
    parked = metrics.counter("parkedGames");
    refolded = metrics.counter("refoldedGames");
    engine = hosts.open();
  }

  @Override
  public void close() {
    if (engine != null) engine.close();
  }

  @Override
  public void processElement(LoggedEvent event, Context context, Collector<Outgoing> out) throws Exception {
    Turn turn = new Turn(context, out, event);
    eventAt = turn.now;
    if (event.isRestart && event.seq == 1) turn.restart();
    turn.take(event);
    turn.end();
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Outgoing> out) throws Exception {
    Turn turn = new Turn(context, out, null);
    if (turn.progress.lastEventAt == 0) return;
    turn.doWhatIsDue(timestamp);
    turn.end();
  }

  /** One call of the operator: the game at hand, and where its sayings go. */
  private final class Turn {
    private final Context context;
    private final Collector<Outgoing> out;
    /** What set this off; null: a timer did. */
    private final LoggedEvent cause;
    private final String gameId;
    private final long now;
    private GameProgress progress;
    private boolean isDropped;

    private Turn(Context context, Collector<Outgoing> out, LoggedEvent cause) throws Exception {
      this.context = context;
      this.out = out;
      this.cause = cause;
      gameId = context.getCurrentKey();
      now = context.timerService().currentProcessingTime();
      GameProgress known = progressState.value();
      progress = known == null ? new GameProgress() : known;
    }

    private void end() throws Exception {
      if (!isDropped) progressState.update(progress);
    }

    private void restart() {
      drop();
      isDropped = false;
      progress = new GameProgress();
    }

    private void drop() {
      progressState.clear();
      log.clear();
      engine.forget(gameId);
      isDropped = true;
    }

    private long timer(long due) {
      context.timerService().registerProcessingTimeTimer(due);
      return due;
    }

    private void take(LoggedEvent event) throws Exception {
      progress.lastEventAt = now;
      if (progress.dropDue == 0) keep();
      if (!event.seasonId.isEmpty()) progress.seasonId = event.seasonId;
      if (event.isReplay()) beSilentThrough(event.replayThrough);
      switch (log.take(event, progress)) {
        case EARLY -> requests.askForHole(progress, now, this::request, this::timer);
        case FORKED -> forked(event);
        case NEXT -> {
          if (!progress.hasHole()) requests.holeIsFilled(progress);
        }
        case REPEAT -> {}
      }
      if (event.endsReplay() && !progress.isSilent()) emit(true);
      else if (!event.isReplay() && progress.lastSeq > progress.emittedRevision) emitSoon();
    }

    /** What waits is said before the silence begins: nobody would say it later. */
    private void beSilentThrough(int head) throws Exception {
      if (head <= progress.silentThrough) return;
      if (progress.emitDue != 0 && !progress.isSilent()) emit(false);
      progress.silentThrough = head;
    }

    private void forked(LoggedEvent event) {
      out.collect(Outgoing.dead(gameId, event.bytes, "log-forked").causedBy(event));
      requests.askForForked(progress, now, this::request);
    }

    private void request(String reason) {
      out.collect(Outgoing.logRequest(gameId, reason, progress.lastSeq));
    }

    private void doWhatIsDue(long timestamp) throws Exception {
      if (isDue(progress.emitDue, timestamp)) emitUnlessBusy();
      if (isDue(progress.resultDue, timestamp)) storeUnlessBusy();
      if (isDue(progress.askDue, timestamp)) requests.askAgain(progress, now, this::request, this::timer);
      if (isDue(progress.dropDue, timestamp)) dropIfOld();
    }

    private boolean isDue(long due, long timestamp) {
      return due != 0 && due <= timestamp;
    }

    private void emitSoon() throws Exception {
      if (progress.isSilent() || isParked() || progress.emitDue != 0) return;
      long due = dueAfter(progress.emittedAt, emissions);
      if (due <= now) emit(false);
      else progress.emitDue = timer(due);
    }

    /** What was never told waits as all do while there is much to tell, and not at all else. */
    private long dueAfter(long toldAt, Pace pace) {
      return toldAt == 0 ? now + pace.waitMs() : toldAt + pace.intervalMs();
    }

    private boolean isParked() {
      return progress.parkedBy == engine.engineVersion();
    }

    /** Says what is new, or everything: at the end of a replay, by a new engine, or where nothing was said before (J-4, J-6). */
    private void emit(boolean isAsked) throws Exception {
      progress.emitDue = 0;
      if (isParked()) return;
      boolean isWhole =
          isAsked
              || progress.emittedRevision < progress.silentThrough
              || progress.emittedRevision == 0
              || progress.emittedEngineVersion != engine.engineVersion();
      try {
        fold(Math.max(progress.emittedRevision, progress.silentThrough));
        long begunNanos = System.nanoTime();
        say(engine.take(gameId, isWhole));
        emissions.spent(System.nanoTime() - begunNanos, now);
      } catch (EngineFailed failed) {
        park(failed);
        return;
      }
      storeSoon(isAsked);
      keep();
    }

    /** Folds what the engine has not folded yet; what came through `said` is not said again. */
    private void fold(int said) throws Exception {
      int has = Math.max(0, engine.lastSeq(gameId));
      if (has == 0 && said > 0) refolded.inc();
      int skipped = Math.min(said, progress.lastSeq);
      if (has < skipped) {
        long begunNanos = System.nanoTime();
        engine.apply(gameId, log.array(has + 1, skipped));
        engine.skip(gameId);
        emissions.spent(System.nanoTime() - begunNanos, now);
        has = skipped;
      }
      if (has < progress.lastSeq) engine.apply(gameId, log.array(has + 1, progress.lastSeq));
      folded.inc(progress.lastSeq - has);
    }

    private void say(Taken taken) {
      if (!taken.delta().isEmpty()) {
        Outgoing delta = Outgoing.to(Topics.STATISTICS_UPDATES, gameId, taken.delta()).with("type", "game-delta");
        out.collect(delta.causedBy(cause));
        out.collect(Outgoing.to(Topics.GAME_STATE, gameId, taken.gameState()).causedBy(cause));
      }
      for (Taken.PlayerAction action : taken.actions()) {
        out.collect(Outgoing.to(Topics.PLAYER_ACTIONS, action.playerId(), action.json()).causedBy(cause));
      }
      progress.emittedRevision = progress.lastSeq;
      progress.emittedEngineVersion = engine.engineVersion();
      progress.emittedAt = now;
      progress.isFinal = taken.isFinal();
      progress.parkedBy = 0;
    }

    private void storeSoon(boolean isAtOnce) throws Exception {
      long due = dueAfter(progress.resultAt, results);
      if (isAtOnce || due <= now) store();
      else if (progress.resultDue == 0) progress.resultDue = timer(due);
    }

    /** Where none waits, all the time there is goes into telling. */
    private boolean eventsKeepComing() {
      return now - eventAt < IDLE_MS;
    }

    private void emitUnlessBusy() throws Exception {
      if (eventsKeepComing() && emissions.isBusy(now)) progress.emitDue = timer(now + emissions.againMs(gameId));
      else emit(false);
    }

    private void storeUnlessBusy() throws Exception {
      if (eventsKeepComing() && results.isBusy(now)) progress.resultDue = timer(now + results.againMs(gameId));
      else store();
    }

    /** What was said before a game was parked is stored all the same. */
    private void store() throws Exception {
      progress.resultDue = 0;
      if (isParked() && progress.emittedEngineVersion != engine.engineVersion()) return;
      long begunNanos = System.nanoTime();
      try {
        if (engine.lastSeq(gameId) != progress.emittedRevision) refold();
        Whole whole = engine.whole(gameId);
        context.output(RESULTS, GameResult.of(gameId, whole));
        if (!progress.seasonId.isEmpty()) {
          context.output(SEASON_GAMES, SeasonGame.of(progress.seasonId, gameId, whole));
        }
        progress.resultAt = now;
      } catch (EngineFailed failed) {
        park(failed);
      } finally {
        results.spent(System.nanoTime() - begunNanos, now);
      }
    }

    /** The engine let go of the game since it was said. */
    private void refold() throws Exception {
      engine.forget(gameId);
      engine.apply(gameId, log.array(1, progress.emittedRevision));
      engine.skip(gameId);
      refolded.inc();
    }

    private void park(EngineFailed failed) throws Exception {
      engine.forget(gameId);
      parked.inc();
      progress.parkedBy = engine.engineVersion();
      out.collect(Outgoing.dead(gameId, log.at(progress.lastSeq), failed.reason()).causedBy(cause));
    }

    private long keepMs() {
      return progress.isFinal ? settings.keepFinalMs() : settings.keepOpenMs();
    }

    private void keep() {
      long due = now + keepMs();
      if (progress.dropDue == 0 || due < progress.dropDue) progress.dropDue = timer(due);
    }

    /** J-8: a correction long after comes as a gap, and the whole log with it. */
    private void dropIfOld() {
      long due = progress.lastEventAt + keepMs();
      if (due <= now) drop();
      else progress.dropDue = timer(due);
    }
  }
}
