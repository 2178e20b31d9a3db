package basketball.livestats.fold;

import static basketball.livestats.fold.FoldHarness.GAME;
import static basketball.livestats.fold.FoldHarness.event;

import basketball.livestats.seasons.SeasonGame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;

/**
 * State as a job of some day kept it, in files of src/test/resources/state: what a savepoint holds of a class, and a whole checkpoint of the
 * fold. A file that is there is never written anew: savepoints of that shape exist. `main` writes those that are missing; arguments: the folder.
 */
final class KeptState {
  private KeptState() {}

  static final Path FOLDER = Path.of("src/test/resources/state");

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    for (Class<?> type : List.of(GameProgress.class, SeasonGame.class)) {
      Path file = folder.resolve(type.getSimpleName() + ".record");
      if (!Files.exists(file)) Files.write(file, written(type, filled(type)));
    }
    Path checkpoint = folder.resolve("fold-games.checkpoint");
    if (Files.exists(checkpoint)) return;
    try (FoldHarness job = new FoldHarness()) {
      play(job);
      OperatorSnapshotUtil.writeStateHandle(job.snapshot(), checkpoint.toString());
    }
  }

  /** Three plays told, one missing and one early; another game is parked by engine 1. */
  private static void play(FoldHarness job) throws Exception {
    job.take(1, 2, 3);
    job.pass(1_000);
    job.take(5);
    job.take(event("game-b", 1, "id-b1", "poison"));
    if (job.engine.lastSeq(GAME) != 3) throw new IllegalStateException("not as it should be kept");
  }

  /** Each field another value, by its place among the fields. */
  static Object filled(Class<?> type) throws ReflectiveOperationException {
    Object one = type.getConstructor().newInstance();
    Field[] fields = type.getFields();
    for (int i = 0; i < fields.length; i++) fields[i].set(one, value(fields[i].getName(), fields[i].getType()));
    return one;
  }

  /** Told by the name alone, so that a field that is renamed has another. */
  static Object value(String name, Class<?> type) {
    int number = name.hashCode() & 0xffff;
    if (type == int.class) return number;
    if (type == long.class) return number * 1_000_000_007L;
    if (type == boolean.class) return true;
    if (type == String.class) return name;
    throw new IllegalArgumentException(name + " of " + type);
  }

  private static byte[] written(Class<?> type, Object one) throws IOException {
    TypeSerializer<Object> serializer = serializer(type);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputViewStreamWrapper out = new DataOutputViewStreamWrapper(bytes);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, serializer.snapshotConfiguration());
    serializer.serialize(one, out);
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked")
  static TypeSerializer<Object> serializer(Class<?> type) {
    return (TypeSerializer<Object>) TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
  }

  static DataInputDeserializer file(Class<?> type) throws IOException {
    return new DataInputDeserializer(Files.readAllBytes(FOLDER.resolve(type.getSimpleName() + ".record")));
  }
}
