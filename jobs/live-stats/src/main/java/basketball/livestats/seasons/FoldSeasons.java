package basketball.livestats.seasons;

import basketball.livestats.engine.EngineFailed;
import basketball.livestats.engine.EngineHost;
import basketball.livestats.engine.EngineHosts;
import basketball.livestats.kafka.Outgoing;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keyed by season: the lines of each of its games, each replaced by newer ones only, and the table that the engine makes of them all.
 * A table is made anew from all lines, so a correction or a withdrawal counts as if it had been so at once (J-10).
 */
public final class FoldSeasons extends KeyedProcessFunction<String, SeasonGame, Outgoing> {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(FoldSeasons.class);

  public static final OutputTag<SeasonTable> TABLES = new OutputTag<>("season-tables") {};

  /** Finals of an evening come together; one table tells of all. */
  static final long TABLE_MS = 1_000;

  private final EngineHosts hosts;
  private transient EngineHost engine;
  private transient MapState<String, SeasonGame> games;
  private transient ValueState<Long> due;

  public FoldSeasons(EngineHosts hosts) {
    this.hosts = hosts;
  }

  @Override
  public void open(OpenContext context) {
    games =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("games", Types.STRING, TypeInformation.of(SeasonGame.class)));
    due = getRuntimeContext().getState(new ValueStateDescriptor<>("due", Types.LONG));
    engine = hosts.open();
  }

  @Override
  public void close() {
    if (engine != null) engine.close();
  }

  @Override
  public void processElement(SeasonGame game, Context context, Collector<Outgoing> out) throws Exception {
    SeasonGame known = games.get(game.gameId);
    if (known == null ? game.lines.isEmpty() : !game.isNewerThan(known)) return;
    games.put(game.gameId, game);
    if (due.value() != null) return;
    long at = context.timerService().currentProcessingTime() + TABLE_MS;
    context.timerService().registerProcessingTimeTimer(at);
    due.update(at);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Outgoing> out) throws Exception {
    due.clear();
    SeasonTable table = new SeasonTable();
    table.seasonId = context.getCurrentKey();
    StringBuilder lines = new StringBuilder("[");
    for (SeasonGame game : games.values()) {
      table.revisions += game.revision;
      table.engineVersions += game.engineVersion;
      if (game.lines.isEmpty()) continue;
      if (lines.length() > 1) lines.append(',');
      lines.append(game.lines);
    }
    try {
      table.table = engine.season(lines.append(']').toString());
    } catch (EngineFailed failed) {
      LOG.error("event=season.failed season={} reason={}", table.seasonId, failed.getMessage());
      return;
    }
    out.collect(table.outgoing());
    context.output(TABLES, table);
  }
}
