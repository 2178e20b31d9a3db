package basketball.livestats;

import basketball.livestats.LiveStatsJob.NamedSink;
import basketball.livestats.engine.EngineBundle;
import basketball.livestats.events.SourceRecord;
import basketball.livestats.fold.FoldSettings;
import basketball.livestats.kafka.GameEventsDeserializer;
import basketball.livestats.kafka.Outgoing;
import basketball.livestats.kafka.OutgoingSerializer;
import basketball.livestats.kafka.Topics;
import basketball.livestats.results.EngineRuns;
import basketball.livestats.results.GameResult;
import basketball.livestats.results.PostgresResults;
import basketball.livestats.results.RedisResults;
import basketball.livestats.seasons.PostgresSeasons;
import basketball.livestats.seasons.RedisSeasons;
import basketball.livestats.seasons.SeasonTable;
import basketball.livestats.sink.NewestSink;
import basketball.livestats.sink.NewestSink.WhenFull;
import basketball.livestats.sink.Stores;
import basketball.livestats.sink.Versioned;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Puts the job together from the environment and starts it. */
public final class Main {
  private static final String GROUP = "live-stats";
  private static final long CHECKPOINT_MS = 10_000;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.from(System.getenv());
    EngineRuns.started(settings.postgres(), EngineBundle.engineVersion());

    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(defaults());
    environment.setParallelism(settings.parallelism());
    environment.setBufferTimeout(0);
    if (!environment.getCheckpointConfig().isCheckpointingEnabled()) environment.enableCheckpointing(CHECKPOINT_MS);
    job(settings).on(environment);
    environment.execute("live-stats");
  }

  static LiveStatsJob job(Settings settings) {
    return new LiveStatsJob(
        source(settings),
        settings.engine(),
        FoldSettings.PROTOCOL,
        topics(settings),
        results(settings),
        seasons(settings));
  }

  /** What the code relies on. Where checkpoints lie, how often they are made and what holds the state is the cluster's to say. */
  static Configuration defaults() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.AT_LEAST_ONCE);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    return configuration;
  }

  /** From where the last job was; the connector still wants a class for it that Kafka's client is about to drop. */
  @SuppressWarnings("deprecation")
  static KafkaSource<SourceRecord> source(Settings settings) {
    return KafkaSource.<SourceRecord>builder()
        .setTopics(Topics.GAME_EVENTS)
        .setGroupId(GROUP)
        .setProperties(settings.kafka())
        .setProperty("fetch.min.bytes", "1")
        .setProperty("partition.discovery.interval.ms", "60000")
        .setStartingOffsets(OffsetsInitializer.committedOffsets(org.apache.kafka.clients.consumer.OffsetResetStrategy.EARLIEST))
        .setDeserializer(new GameEventsDeserializer())
        .build();
  }

  private static Sink<Outgoing> topics(Settings settings) {
    return KafkaSink.<Outgoing>builder()
        .setKafkaProducerConfig(settings.kafka())
        .setProperty("linger.ms", "1")
        .setProperty("compression.type", "lz4")
        .setProperty("delivery.timeout.ms", "120000")
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new OutgoingSerializer())
        .build();
  }

  private static List<NamedSink<GameResult>> results(Settings settings) {
    List<NamedSink<GameResult>> sinks = new ArrayList<>();
    sinks.add(inPostgres("postgres-results", new PostgresResults(settings.postgres())));
    if (!settings.redisUrl().isEmpty()) sinks.add(inRedis("redis-results", new RedisResults(settings.redisUrl())));
    return sinks;
  }

  private static List<NamedSink<SeasonTable>> seasons(Settings settings) {
    List<NamedSink<SeasonTable>> sinks = new ArrayList<>();
    sinks.add(inPostgres("postgres-seasons", new PostgresSeasons(settings.postgres())));
    if (!settings.redisUrl().isEmpty()) sinks.add(inRedis("redis-seasons", new RedisSeasons(settings.redisUrl())));
    return sinks;
  }

  private static <T extends Versioned> NamedSink<T> inPostgres(
      String uid, Stores<T> stores) {
    return new NamedSink<>(uid, new NewestSink<>(uid, stores, WhenFull.WAIT));
  }

  private static <T extends Versioned> NamedSink<T> inRedis(
      String uid, Stores<T> stores) {
    return new NamedSink<>(uid, new NewestSink<>(uid, stores, WhenFull.DROP_OLDEST));
  }
}
