package basketball.livestats.fold;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.MapState;

/**
 * The events of a log: the latest as they came, the others packed in blocks of equally many, since a slot holds a million of them and
 * each checkpoint writes them all.
 * Invariant: what is read is what was appended, byte for byte; an event that an older job left unpacked stays so and is found.
 */
final class LogBlocks {
  /** Ten thousand games side by side have up to so many unpacked events each. */
  private static final int BLOCK = 8;

  private final MapState<Integer, byte[]> latest;
  /** By number: block n has the seqs n * BLOCK + 1 .. (n + 1) * BLOCK. */
  private final MapState<Integer, byte[]> packed;
  private final Packing packing = new Packing();

  LogBlocks(MapState<Integer, byte[]> latest, MapState<Integer, byte[]> packed) {
    this.latest = latest;
    this.packed = packed;
  }

  void append(int seq, byte[] event) throws Exception {
    latest.put(seq, event);
    if (seq % BLOCK != 0) return;
    List<byte[]> events = new ArrayList<>(BLOCK);
    for (int each = seq - BLOCK + 1; each <= seq; each++) events.add(latest.get(each));
    packed.put(seq / BLOCK - 1, packing.pack(events));
    for (int each = seq - BLOCK + 1; each <= seq; each++) latest.remove(each);
  }

  byte[] at(int seq) throws Exception {
    byte[] event = latest.get(seq);
    return event == null ? block(seq).get((seq - 1) % BLOCK) : event;
  }

  /** Events from..through as a JSON array. */
  String array(int from, int through) throws Exception {
    ByteArrayOutputStream events = new ByteArrayOutputStream((through - from + 1) * 640);
    List<byte[]> block = null;
    for (int seq = from; seq <= through; seq++) {
      events.write(seq == from ? '[' : ',');
      byte[] event = latest.get(seq);
      if (event == null && (block == null || seq % BLOCK == 1)) block = block(seq);
      events.writeBytes(event == null ? block.get((seq - 1) % BLOCK) : event);
    }
    events.write(']');
    return events.toString(UTF_8);
  }

  private List<byte[]> block(int seq) throws Exception {
    return packing.unpack(packed.get((seq - 1) / BLOCK));
  }

  void clear() {
    latest.clear();
    packed.clear();
  }
}
