package io.leverage.peer.internal.work;

import org.jspecify.annotations.Nullable;

/** Turns object graphs into bytes and back. Safe for use by many threads. */
public interface Codec {
  /**
   * Writes a graph.
   *
   * @throws io.leverage.RefusedException with the path to the culprit
   */
  byte[] write(@Nullable Object graph);

  /**
   * Reads a graph.
   *
   * @throws io.leverage.RefusedException if the bytes are damaged or a class is unknown
   */
  @Nullable Object read(byte[] bytes);
}
