package basketball.livestats;

import basketball.livestats.engine.EngineHosts;
import basketball.livestats.events.LoggedEvent;
import basketball.livestats.events.ReadEvents;
import basketball.livestats.events.SourceRecord;
import basketball.livestats.fold.FoldGames;
import basketball.livestats.fold.FoldSettings;
import basketball.livestats.kafka.Outgoing;
import basketball.livestats.results.GameResult;
import basketball.livestats.seasons.FoldSeasons;
import basketball.livestats.seasons.SeasonGame;
import basketball.livestats.seasons.SeasonTable;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job: bytes → events → folded by game → topics, results; and by season → tables. Where they come from and go to is given.
 * Every operator has a uid, by which its state is found again in a savepoint: a uid is never changed.
 */
public record LiveStatsJob(
    Source<SourceRecord, ?, ?> events,
    EngineHosts engine,
    FoldSettings settings,
    Sink<Outgoing> topics,
    List<NamedSink<GameResult>> results,
    List<NamedSink<SeasonTable>> seasons) {

  /** A sink and its uid. */
  public record NamedSink<T>(String uid, Sink<T> sink) {}

  public void on(StreamExecutionEnvironment environment) {
    SingleOutputStreamOperator<LoggedEvent> read =
        environment
            .fromSource(events, WatermarkStrategy.noWatermarks(), "game-events")
            .uid("game-events")
            .process(new ReadEvents())
            .name("read-events")
            .uid("read-events");
    SingleOutputStreamOperator<Outgoing> games =
        read.keyBy(event -> event.gameId)
            .process(new FoldGames(engine, settings))
            .name("fold-games")
            .uid("fold-games");
    SingleOutputStreamOperator<Outgoing> tables =
        games
            .getSideOutput(FoldGames.SEASON_GAMES)
            .keyBy((SeasonGame game) -> game.seasonId)
            .process(new FoldSeasons(engine))
            .name("fold-seasons")
            .uid("fold-seasons");

    games.sinkTo(topics).name("topics").uid("topics");
    read.getSideOutput(ReadEvents.DEAD).union(tables).sinkTo(topics).name("other-topics").uid("other-topics");
    apart(games.getSideOutput(FoldGames.RESULTS), results);
    apart(tables.getSideOutput(FoldSeasons.TABLES), seasons);
  }

  /** In threads of their own: the fold does not wait for a store. */
  private static <T> void apart(DataStream<T> stream, List<NamedSink<T>> sinks) {
    for (NamedSink<T> one : sinks) stream.sinkTo(one.sink()).name(one.uid()).uid(one.uid()).disableChaining();
  }
}
