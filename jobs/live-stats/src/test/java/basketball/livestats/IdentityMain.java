package basketball.livestats;

import basketball.livestats.engine.EngineBundle;
import basketball.livestats.fold.IdentityEngine;
import basketball.livestats.results.EngineRuns;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The same job with an engine that only gives back what it was told: the yardstick of the real one. Its results are no results. */
public final class IdentityMain {
  private IdentityMain() {}

  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.from(System.getenv());
    EngineRuns.started(settings.postgres(), EngineBundle.engineVersion());
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(Main.defaults());
    environment.setParallelism(settings.parallelism());
    environment.setBufferTimeout(0);
    LiveStatsJob job = Main.job(settings);
    new LiveStatsJob(job.events(), IdentityEngine::new, job.settings(), job.topics(), job.results(), job.seasons())
        .on(environment);
    environment.execute("live-stats");
  }
}
