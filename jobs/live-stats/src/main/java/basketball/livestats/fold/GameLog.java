package basketball.livestats.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import basketball.livestats.events.EventHead;
import basketball.livestats.events.LoggedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.UUID;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The log of the game at hand, in keyed state: bytes by seq, and what came too early.
 * Invariant: seqs 1..lastSeq are there, each as it came first (J-1, J-2).
 */
final class GameLog {
  /** How an event that came relates to those that are there. */
  enum Arrival {
    NEXT,
    REPEAT,
    FORKED,
    EARLY
  }

  private static final int MOST_EARLY = 1000;
  /** So many refills without the missing bytes, and their place is marked as unreadable (J-7). */
  private static final int MOST_REFILLS = 3;

  private final MapState<Integer, byte[]> gap;
  private final LogBlocks log;

  GameLog(RuntimeContext context) {
    gap = context.getMapState(bySeq("gap"));
    log = new LogBlocks(context.getMapState(bySeq("log")), context.getMapState(bySeq("packed-log")));
  }

  private static MapStateDescriptor<Integer, byte[]> bySeq(String name) {
    return new MapStateDescriptor<>(name, Types.INT, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  }

  Arrival take(LoggedEvent event, GameProgress progress) throws Exception {
    progress.highestSeq = Math.max(progress.highestSeq, event.seq);
    if (event.seq <= progress.lastSeq) return isStored(event) ? Arrival.REPEAT : Arrival.FORKED;
    if (event.seq > progress.lastSeq + 1) {
      if (event.isReplay()) noteRefill(progress);
      if (!event.isReplay() || progress.refills < MOST_REFILLS) {
        putAside(event, progress);
        return Arrival.EARLY;
      }
      markUnreadable(event, progress);
    }
    append(event.seq, event.bytes, progress);
    drain(progress);
    return Arrival.NEXT;
  }

  private boolean isStored(LoggedEvent event) throws Exception {
    byte[] stored = log.at(event.seq);
    return Arrays.equals(stored, event.bytes) || idOf(stored).equals(event.id);
  }

  private static String idOf(byte[] stored) {
    try {
      return EventHead.read(stored).id();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void append(int seq, byte[] bytes, GameProgress progress) throws Exception {
    log.append(seq, bytes);
    progress.lastSeq = seq;
  }

  private void drain(GameProgress progress) throws Exception {
    while (progress.gapSize > 0) {
      byte[] next = fromGap(progress.lastSeq + 1, progress);
      if (next == null) return;
      append(progress.lastSeq + 1, next, progress);
    }
  }

  private byte[] fromGap(int seq, GameProgress progress) throws Exception {
    byte[] bytes = progress.gapSize == 0 ? null : gap.get(seq);
    if (bytes == null) return null;
    gap.remove(seq);
    progress.gapSize--;
    return bytes;
  }

  /** Too many are dropped: the refill brings them. */
  private void putAside(LoggedEvent event, GameProgress progress) throws Exception {
    if (progress.gapSize >= MOST_EARLY) {
      gap.clear();
      progress.gapSize = 0;
    }
    if (gap.contains(event.seq)) return;
    gap.put(event.seq, event.bytes);
    progress.gapSize++;
  }

  /** A refill passed over the hole; counted once for each time it was asked for. */
  private static void noteRefill(GameProgress progress) {
    if (progress.refillAsked == progress.asked) return;
    progress.refillAsked = progress.asked;
    progress.refills++;
  }

  /** Only what a refill passed over: it comes in order, where an event that is new may come before what it still brings. */
  private void markUnreadable(LoggedEvent next, GameProgress progress) throws Exception {
    for (int seq = progress.lastSeq + 1; seq < next.seq; seq++) {
      byte[] bytes = fromGap(seq, progress);
      append(seq, bytes == null ? unreadable(next.gameId, seq) : bytes, progress);
    }
  }

  /** Stands where bytes could not be read: folds nothing, and is flagged. */
  static byte[] unreadable(String gameId, int seq) {
    String id = UUID.nameUUIDFromBytes((gameId + "/" + seq).getBytes(UTF_8)).toString();
    String event =
        "{\"afterSeq\":0,\"deviceId\":\"%s\",\"deviceSeq\":%d,\"gameId\":\"%s\",\"id\":\"%s\",\"recordedAt\":\"1970-01-01T00:00:00.000Z\","
            + "\"recordedBy\":\"%s\",\"schemaVersion\":1,\"seq\":%d,\"type\":\"event-unreadable\"}";
    return String.format(event, id, seq, gameId, id, id, seq).getBytes(UTF_8);
  }

  /** Events from..through as a JSON array. */
  String array(int from, int through) throws Exception {
    return log.array(from, through);
  }

  byte[] at(int seq) throws Exception {
    return log.at(seq);
  }

  void clear() {
    log.clear();
    gap.clear();
  }
}
