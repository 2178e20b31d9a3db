package basketball.livestats.results;

import io.airlift.compress.zstd.ZstdCompressor;
import java.util.Arrays;

/** Results are stored packed by zstd, as the API stores them and reads them. */
public final class Packed {
  private Packed() {}

  public static byte[] of(byte[] bytes) {
    ZstdCompressor compressor = new ZstdCompressor();
    byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
    int length = compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, length);
  }
}
