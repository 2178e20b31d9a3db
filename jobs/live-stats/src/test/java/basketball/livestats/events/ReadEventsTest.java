package basketball.livestats.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import basketball.livestats.kafka.Outgoing;
import java.util.ArrayList;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one place where bytes are read. */
class ReadEventsTest {
  private OneInputStreamOperatorTestHarness<SourceRecord, LoggedEvent> harness;

  @BeforeEach
  void open() throws Exception {
    harness = ProcessFunctionTestHarnesses.forProcessFunction(new ReadEvents());
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private static SourceRecord record(String key, byte[] value) {
    SourceRecord record = new SourceRecord();
    record.topic = "game-events";
    record.partition = 3;
    record.offset = 77;
    record.key = key.getBytes(UTF_8);
    record.value = value;
    return record;
  }

  @Test
  @DisplayName("J-1: of an event only game, id, seq and type are read; its bytes stay as they came")
  void reads() throws Exception {
    String json = "{\"acceptedAt\":\"x\",\"by\":{\"id\":\"inner\",\"seq\":9},\"gameId\":\"g\",\"id\":\"e\",\"seq\":7,\"type\":\"any-type\"}";
    harness.processElement(new StreamRecord<>(record("g", json.getBytes(UTF_8))));
    LoggedEvent event = harness.extractOutputValues().get(0);
    assertEquals("g e 7", event.gameId + " " + event.id + " " + event.seq);
    assertArrayEquals(json.getBytes(UTF_8), event.bytes);
    assertNull(harness.getSideOutput(ReadEvents.DEAD));
  }

  @ParameterizedTest(name = "J-7: {0} is a dead letter with its bytes, its place and the reason")
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{\"gameId\":\"g\"}",
        "{\"gameId\":\"g\",\"id\":\"e\",\"seq\":0,\"type\":\"t\"}",
        "{\"gameId\":\"g\",\"id\":\"e\",\"seq\":1.5,\"type\":\"t\"}",
        "{\"gameId\":\"g\",\"id\":\"e\",\"seq\":1,\"type\":\"t\"",
        "{\"gameId\":\"g\",\"id\":\"e\",\"seq\":1,\"type\":\"t\"}{}",
      })
  void unreadable(String bytes) throws Exception {
    harness.processElement(new StreamRecord<>(record("g", bytes.getBytes(UTF_8))));
    assertEquals(0, harness.extractOutputValues().size());
    Outgoing dead = new ArrayList<>(harness.getSideOutput(ReadEvents.DEAD)).get(0).getValue();
    assertEquals(bytes, dead.text());
    assertEquals("g", dead.keyText());
    assertEquals("unreadable game-events 3 77", String.join(" ", dead.headers.get("reason"), dead.headers.get("topic"), dead.headers.get("partition"), dead.headers.get("offset")));
  }

  @Test
  @DisplayName("J-7: bytes that are not UTF-8 are a dead letter")
  void notUtf8() throws Exception {
    byte[] bytes = "{\"gameId\":\"g\",\"id\":\"e?\",\"seq\":1,\"type\":\"t\"}".getBytes(UTF_8);
    bytes[20] = (byte) 0xC0;
    harness.processElement(new StreamRecord<>(record("g", bytes)));
    assertEquals(1, harness.getSideOutput(ReadEvents.DEAD).size());
  }

  @Test
  @DisplayName("J-7: an event under the key of another game is a dead letter, or it would be folded in the wrong place")
  void wrongKey() throws Exception {
    String json = "{\"gameId\":\"g\",\"id\":\"e\",\"seq\":7,\"type\":\"t\"}";
    harness.processElement(new StreamRecord<>(record("other", json.getBytes(UTF_8))));
    assertEquals("wrong-key", new ArrayList<>(harness.getSideOutput(ReadEvents.DEAD)).get(0).getValue().headers.get("reason"));
  }
}
