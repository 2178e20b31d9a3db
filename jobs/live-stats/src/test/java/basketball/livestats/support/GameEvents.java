package basketball.livestats.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import basketball.livestats.kafka.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of the log in a real broker, written as the publisher of the API writes it. */
public final class GameEvents implements AutoCloseable {
  private static final int PARTITIONS = 2;
  private final KafkaProducer<String, byte[]> producer;

  private GameEvents(Properties kafka) {
    producer = new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer());
  }

  /** A job that starts without a savepoint begins behind what an earlier run left. */
  public static GameEvents fromNowOn() throws Exception {
    Properties kafka = Servers.settings().kafka();
    try (Admin admin = Admin.create(kafka)) {
      if (!admin.listTopics().names().get().contains(Topics.GAME_EVENTS)) {
        admin.createTopics(List.of(new NewTopic(Topics.GAME_EVENTS, PARTITIONS, (short) 1))).all().get();
      }
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      for (int i = 0; i < PARTITIONS; i++) ends.put(new TopicPartition(Topics.GAME_EVENTS, i), OffsetSpec.latest());
      Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
      admin.listOffsets(ends).all().get().forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end.offset())));
      admin.alterConsumerGroupOffsets("live-stats", offsets).all().get();
    }
    return new GameEvents(kafka);
  }

  public void send(String gameId, int from, int through) throws Exception {
    for (int seq = from; seq <= through; seq++) sendOne(gameId, seq, "play", 0);
  }

  public void sendAgain(String gameId, int from, int through) throws Exception {
    for (int seq = from; seq <= through; seq++) sendOne(gameId, seq, "play", through);
  }

  public void sendPoison(String gameId, int seq) throws Exception {
    sendOne(gameId, seq, "poison", 0);
  }

  public void sendPoisonAgain(String gameId, int seq, int through) throws Exception {
    sendOne(gameId, seq, "poison", through);
  }

  private void sendOne(String gameId, int seq, String type, int replayThrough) throws Exception {
    String json = "{\"gameId\":\"%s\",\"id\":\"%s-%d\",\"seq\":%d,\"type\":\"%s\"}";
    byte[] event = String.format(json, gameId, gameId, seq, seq, type).getBytes(UTF_8);
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.GAME_EVENTS, gameId, event);
    if (replayThrough > 0) record.headers().add("replayThrough", Integer.toString(replayThrough).getBytes(UTF_8));
    producer.send(record).get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
