package basketball.livestats.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import basketball.livestats.events.SourceRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A Kafka record with its headers; it never fails, since what it gives is still bytes. */
public final class GameEventsDeserializer implements KafkaRecordDeserializationSchema<SourceRecord> {
  private static final long serialVersionUID = 1;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> from, Collector<SourceRecord> out) {
    SourceRecord record = new SourceRecord();
    record.topic = from.topic();
    record.partition = from.partition();
    record.offset = from.offset();
    if (from.key() != null) record.key = from.key();
    if (from.value() != null) record.value = from.value();
    record.replayThrough = number(header(from, "replayThrough"));
    record.isRestart = header(from, "restart").equals("1");
    record.seasonId = header(from, "seasonId");
    record.traceparent = header(from, "traceparent");
    out.collect(record);
  }

  private static String header(ConsumerRecord<byte[], byte[]> from, String name) {
    Header header = from.headers().lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }

  private static int number(String decimal) {
    return decimal.matches("[0-9]{1,9}") ? Integer.parseInt(decimal) : 0;
  }

  @Override
  public TypeInformation<SourceRecord> getProducedType() {
    return TypeInformation.of(SourceRecord.class);
  }
}
