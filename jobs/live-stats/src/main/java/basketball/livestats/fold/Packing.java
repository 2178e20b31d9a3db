package basketball.livestats.fold;

import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some byte strings as one, by zstd: how many they are, their lengths, and then themselves. For one thread. */
final class Packing {
  private final ZstdCompressor compressor = new ZstdCompressor();
  private final ZstdDecompressor decompressor = new ZstdDecompressor();
  private byte[] buffer = new byte[0];

  byte[] pack(List<byte[]> all) {
    int length = Integer.BYTES * (1 + all.size()) + all.stream().mapToInt(one -> one.length).sum();
    ByteBuffer plain = ByteBuffer.allocate(length).putInt(all.size());
    for (byte[] one : all) plain.putInt(one.length);
    for (byte[] one : all) plain.put(one);
    int most = compressor.maxCompressedLength(length);
    if (buffer.length < most) buffer = new byte[most];
    return Arrays.copyOf(buffer, compressor.compress(plain.array(), 0, length, buffer, 0, most));
  }

  List<byte[]> unpack(byte[] packed) {
    byte[] plain = new byte[(int) ZstdDecompressor.getDecompressedSize(packed, 0, packed.length)];
    decompressor.decompress(packed, 0, packed.length, plain, 0, plain.length);
    ByteBuffer from = ByteBuffer.wrap(plain);
    int[] lengths = new int[from.getInt()];
    for (int i = 0; i < lengths.length; i++) lengths[i] = from.getInt();
    List<byte[]> all = new ArrayList<>(lengths.length);
    for (int length : lengths) {
      byte[] one = new byte[length];
      from.get(one);
      all.add(one);
    }
    return all;
  }
}
