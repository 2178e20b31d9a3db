package basketball.livestats.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import basketball.livestats.kafka.Outgoing;
import java.io.IOException;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Bytes become events; what cannot be read leaves by the side, with the reason, and shows as a gap in its game (J-7). */
public final class ReadEvents extends ProcessFunction<SourceRecord, LoggedEvent> {
  private static final long serialVersionUID = 1;

  public static final OutputTag<Outgoing> DEAD = new OutputTag<>("dead") {};

  @Override
  public void processElement(SourceRecord record, Context context, Collector<LoggedEvent> out) {
    EventHead head;
    try {
      head = EventHead.read(record.value);
    } catch (IOException unreadable) {
      context.output(DEAD, Outgoing.dead(record, "unreadable"));
      return;
    }
    if (!head.gameId().equals(new String(record.key, UTF_8))) {
      context.output(DEAD, Outgoing.dead(record, "wrong-key"));
      return;
    }
    out.collect(event(record, head));
  }

  private static LoggedEvent event(SourceRecord record, EventHead head) {
    LoggedEvent event = new LoggedEvent();
    event.gameId = head.gameId();
    event.id = head.id();
    event.seq = head.seq();
    event.bytes = record.value;
    event.replayThrough = record.replayThrough;
    event.isRestart = record.isRestart;
    event.seasonId = record.seasonId;
    event.traceparent = record.traceparent;
    return event;
  }
}
