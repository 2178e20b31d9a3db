package basketball.livestats.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Each record names its topic; the key alone decides the partition. */
public final class OutgoingSerializer implements KafkaRecordSerializationSchema<Outgoing> {
  private static final long serialVersionUID = 1;

  @Override
  public ProducerRecord<byte[], byte[]> serialize(Outgoing outgoing, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(outgoing.topic, outgoing.key, outgoing.value);
    outgoing.headers.forEach((name, content) -> record.headers().add(name, content.getBytes(UTF_8)));
    return record;
  }
}
