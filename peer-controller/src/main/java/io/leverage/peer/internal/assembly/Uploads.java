package io.leverage.peer.internal.assembly;

import io.leverage.RefusedException;
import io.leverage.peer.internal.unit.UnitMessage.AssemblyChunk;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The assemblies that one client is sending, until each is whole. */
public final class Uploads {
  private static final int LARGEST = 512 << 20;

  private final Map<String, Upload> unfinished = new HashMap<>();

  private static final class Upload {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int chunks;
  }

  /**
   * Adds a chunk.
   *
   * @return the whole assembly, if this was its last chunk; else null
   * @throws RefusedException if it isn't the next chunk, or the assembly is too large
   */
  public synchronized byte @Nullable [] add(AssemblyChunk chunk) {
    if (chunk.index() == 0) {
      unfinished.put(chunk.hash(), new Upload());
    }
    Upload upload = unfinished.get(chunk.hash());
    if (upload == null || upload.chunks != chunk.index()) {
      unfinished.remove(chunk.hash());
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "chunk %d of assembly %s came out of turn: send it again from its first",
              chunk.index(),
              chunk.hash()));
    }
    long size = unfinished.values().stream().mapToLong(u -> u.content.size()).sum();
    if (size + chunk.bytes().length > LARGEST) {
      unfinished.remove(chunk.hash());
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "assembly %s makes the upload larger than %d MiB: leave data out of the jar",
              chunk.hash(),
              LARGEST >> 20));
    }
    upload.content.writeBytes(chunk.bytes());
    upload.chunks++;
    return chunk.last() ? finish(chunk.hash()) : null;
  }

  private byte @Nullable [] finish(String hash) {
    Upload upload = unfinished.remove(hash);
    return upload == null ? null : upload.content.toByteArray();
  }
}
