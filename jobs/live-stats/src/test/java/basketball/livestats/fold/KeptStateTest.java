package basketball.livestats.fold;

import static basketball.livestats.fold.FoldHarness.GAME;
import static basketball.livestats.fold.FoldHarness.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import basketball.livestats.seasons.SeasonGame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** State that an older job kept is gone on with (J-11). */
class KeptStateTest {
  private static final List<String> PROGRESS =
      List.of(
          "lastSeq", "highestSeq", "gapSize", "silentThrough", "emittedRevision", "emittedEngineVersion", "emittedAt", "emitDue",
          "resultAt", "resultDue", "tries", "asked", "refills", "refillAsked", "askDue", "forkAskedAt", "parkedBy", "isFinal",
          "seasonId", "lastEventAt", "dropDue");
  private static final List<String> SEASON_GAME = List.of("seasonId", "gameId", "revision", "engineVersion", "lines");

  static Stream<Arguments> kept() {
    return Stream.of(Arguments.of(GameProgress.class, PROGRESS), Arguments.of(SeasonGame.class, SEASON_GAME));
  }

  @ParameterizedTest(name = "J-11: every field that was ever kept of {0} is read under its name and its type")
  @MethodSource("kept")
  void fields(Class<?> type, List<String> names) throws Exception {
    DataInputDeserializer file = KeptState.file(type);
    TypeSerializerSnapshot<Object> kept = TypeSerializerSnapshot.readVersionedSnapshot(file, type.getClassLoader());
    TypeSerializer<Object> today = KeptState.serializer(type);
    assertFalse(today.snapshotConfiguration().resolveSchemaCompatibility(kept).isIncompatible(), "a type was changed");
    Object one = kept.restoreSerializer().deserialize(file);
    List<String> lost = new ArrayList<>();
    for (String name : names) {
      var field = Stream.of(type.getFields()).filter(known -> known.getName().equals(name)).findFirst();
      if (field.isEmpty() || !KeptState.value(name, field.get().getType()).equals(field.get().get(one))) lost.add(name);
    }
    assertEquals(List.of(), lost, "a field was renamed or taken away: what savepoints hold under its name is lost");
  }

  @Test
  @DisplayName("J-11: a checkpoint of before forkAskedAt was a field is gone on with by the next engine, nothing lost, nothing said twice")
  void addedField() throws Exception {
    var kept = OperatorSnapshotUtil.readStateHandle(KeptState.FOLDER.resolve("fold-games.checkpoint").toString());
    try (FoldHarness job = new FoldHarness(kept, 2)) {
      assertEquals(List.of("ask gap 3"), job.said());
      job.take(4);
      assertEquals(List.of("delta 0-5@2", "action a4", "action a5"), job.news());
      assertEquals(5, job.engine.lastSeq(GAME));
      job.take(event("game-b", 2, "id-b2", "play"));
      assertEquals(List.of("delta 0-2@2", "action a1", "action a2"), job.news());
      job.take(event(GAME, 5, "id-other", "play"));
      assertEquals(List.of("dead log-forked", "ask forked 5"), job.said());
    }
  }
}
