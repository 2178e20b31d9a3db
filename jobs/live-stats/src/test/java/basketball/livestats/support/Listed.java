package basketball.livestats.support;

import basketball.livestats.events.SourceRecord;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/**
 * A source of the records of a list, each half by a reader of its own. It ends only when the sinks have what they should, since
 * Flink drops the timers of a job that has ended. One list at a time in a JVM.
 */
public final class Listed implements GeneratorFunction<Long, SourceRecord> {
  private static final long serialVersionUID = 1;
  private static final long DEADLINE_MS = 30_000;
  private static List<SourceRecord> records;
  private static BooleanSupplier isEnough;

  private Listed() {}

  public static Source<SourceRecord, ?, ?> of(List<SourceRecord> given, BooleanSupplier whenEnough) {
    records = given;
    isEnough = whenEnough;
    return new DataGeneratorSource<>(new Listed(), given.size() + 1L, TypeInformation.of(SourceRecord.class));
  }

  @Override
  public SourceRecord map(Long index) throws InterruptedException {
    if (index < records.size()) return records.get(index.intValue());
    Collecting.await(isEnough, DEADLINE_MS);
    return records.get(0);
  }
}
