package io.leverage.peer.internal.work;

import io.leverage.runtime.StateCodec;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A codec for many threads: as many {@link StateCodec}s as are in use at once, kept for reuse. */
public final class PooledCodec implements Codec {
  private final ClassLoader loader;
  private final Queue<StateCodec> idle = new ConcurrentLinkedQueue<>();

  /**
   * Creates a codec.
   *
   * @param loader finds the user's classes
   */
  public PooledCodec(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public byte[] write(@Nullable Object graph) {
    StateCodec codec = take();
    byte[] bytes = codec.write(graph);
    idle.add(codec);
    return bytes;
  }

  @Override
  public @Nullable Object read(byte[] bytes) {
    StateCodec codec = take();
    Object graph = codec.read(bytes);
    idle.add(codec);
    return graph;
  }

  // A codec whose use ended in an exception is dropped.
  private StateCodec take() {
    StateCodec codec = idle.poll();
    return codec == null ? new StateCodec(loader) : codec;
  }
}
