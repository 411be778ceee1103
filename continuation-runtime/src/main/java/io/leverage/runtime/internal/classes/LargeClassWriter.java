package io.leverage.runtime.internal.classes;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Writes classes whatever their size. ASM gives up on methods that take much computing, as those
 * with far jumps and many variables do: it protects from hostile classes, and these are the
 * program's own.
 */
public final class LargeClassWriter extends ClassWriter {
  /**
   * Creates the writer.
   *
   * @param copied has the constants that the class keeps; null if it keeps none
   */
  public LargeClassWriter(@Nullable ClassReader copied) {
    super(copied, 0);
    setComputeLimits(Integer.MAX_VALUE, Long.MAX_VALUE);
  }
}
