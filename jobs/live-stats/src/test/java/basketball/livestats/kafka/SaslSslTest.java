package basketball.livestats.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import basketball.livestats.Settings;
import basketball.livestats.support.Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door that Confluent Cloud has, on a broker of our own: what the job's settings make of its environment gets in by it. */
class SaslSslTest {
  private static final String TOPIC = "sasl-ssl";
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /** What the job makes of an environment in which one variable is another. */
  private static Properties kafka(String name, String value) {
    Map<String, String> environment = new HashMap<>(Servers.environment());
    environment.put(name, value);
    return Settings.from(environment).kafka();
  }

  private static void makeTopic(Properties kafka) throws Exception {
    try (Admin admin = Admin.create(kafka)) {
      if (!admin.listTopics().names().get().contains(TOPIC)) {
        admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      }
    }
  }

  private static void produce(Properties kafka, String value) throws Exception {
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, "game", value)).get();
    }
  }

  private static String last(Properties kafka) {
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seek(partition, consumer.endOffsets(List.of(partition)).get(partition) - 1);
      ConsumerRecords<String, String> records = consumer.poll(DEADLINE);
      return records.isEmpty() ? "" : records.iterator().next().value();
    }
  }

  @Test
  @DisplayName("SASL_SSL: with user, password and the authority as text, what is produced is consumed")
  void authorityAsText() throws Exception {
    Properties kafka = Servers.settings().kafka();
    assertEquals("SASL_SSL", kafka.getProperty("security.protocol"));
    makeTopic(kafka);
    produce(kafka, "by text");
    assertEquals("by text", last(kafka));
  }

  @Test
  @DisplayName("SASL_SSL: the authority may be the path of a PEM file")
  void authorityAsFile(@TempDir Path folder) throws Exception {
    Path authority = Files.writeString(folder.resolve("ca.pem"), Servers.environment().get("KAFKA_SSL_CA"));
    Properties kafka = kafka("KAFKA_SSL_CA", authority.toString());
    makeTopic(kafka);
    produce(kafka, "by file");
    assertEquals("by file", last(kafka));
  }

  @Test
  @DisplayName("SASL_SSL: a wrong password is turned away, also one with a quote in it")
  void wrongPassword() {
    ExecutionException refused =
        assertThrows(ExecutionException.class, () -> makeTopic(kafka("KAFKA_SASL_PASSWORD", "not \"it\\")));
    assertInstanceOf(SaslAuthenticationException.class, refused.getCause());
    assertTrue(refused.getMessage().contains("Invalid username or password"), refused.getMessage());
  }

  @Test
  @DisplayName("SASL_SSL: a broker whose authority is not known is not spoken to")
  void unknownAuthority() {
    ExecutionException refused = assertThrows(ExecutionException.class, () -> makeTopic(kafka("KAFKA_SSL_CA", "")));
    assertInstanceOf(SslAuthenticationException.class, refused.getCause());
  }
}
