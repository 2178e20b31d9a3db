package basketball.livestats.sink;

/** Something of which only the newest counts: a higher revision, or the same by a newer engine (W-1). */
public interface Versioned {
  String key();

  long revision();

  long engineVersion();

  int sizeBytes();

  default boolean isNewerThan(Versioned other) {
    if (revision() != other.revision()) return revision() > other.revision();
    return engineVersion() > other.engineVersion();
  }
}
