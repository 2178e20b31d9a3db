package basketball.livestats.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import basketball.livestats.events.LoggedEvent;
import basketball.livestats.events.SourceRecord;
import java.util.HashMap;
import java.util.Map;

/** A record on its way to a topic. One stream carries those of all topics, so that one producer keeps their order. */
public final class Outgoing {
  public String topic = "";
  public byte[] key = new byte[0];
  public byte[] value = new byte[0];
  public Map<String, String> headers = new HashMap<>();

  public static Outgoing to(String topic, String key, String value) {
    return to(topic, key.getBytes(UTF_8), value.getBytes(UTF_8));
  }

  private static Outgoing to(String topic, byte[] key, byte[] value) {
    Outgoing outgoing = new Outgoing();
    outgoing.topic = topic;
    outgoing.key = key;
    outgoing.value = value;
    return outgoing;
  }

  /** Bytes that were no event. */
  public static Outgoing dead(SourceRecord record, String reason) {
    return to(Topics.DEAD, record.key, record.value)
        .with("reason", reason)
        .with("topic", record.topic)
        .with("partition", Integer.toString(record.partition))
        .with("offset", Long.toString(record.offset));
  }

  /** An event that could be read, and not taken. */
  public static Outgoing dead(String gameId, byte[] event, String reason) {
    return to(Topics.DEAD, gameId.getBytes(UTF_8), event).with("reason", reason).with("topic", Topics.GAME_EVENTS);
  }

  public static Outgoing logRequest(String gameId, String reason, int lastSeq) {
    String value = String.format("{\"gameId\":\"%s\",\"reason\":\"%s\",\"lastSeq\":%d}", gameId, reason, lastSeq);
    return to(Topics.LOG_REQUESTS, gameId, value);
  }

  public Outgoing with(String header, String content) {
    if (!content.isEmpty()) headers.put(header, content);
    return this;
  }

  /** The trace of the event that caused this. */
  public Outgoing causedBy(LoggedEvent event) {
    return event == null ? this : with("traceparent", event.traceparent);
  }

  public String text() {
    return new String(value, UTF_8);
  }

  public String keyText() {
    return new String(key, UTF_8);
  }
}
