package io.leverage.runtime;

import io.leverage.runtime.internal.classes.LargeClassWriter;
import io.leverage.runtime.internal.classes.LineMarkers;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Turns the line markers of generated code into the line numbers of stack traces. */
public final class LineRestoring {
  private LineRestoring() {}

  /**
   * Rewrites a class: where a method calls {@code Continuation.line(n)}, the call becomes an entry
   * for line {@code n} of the user's file, and the method's other entries go.
   *
   * @param classFile the class
   * @return the class with the user's lines; the same array if it has no markers
   */
  public static byte[] restore(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    LineMarkers.Finder finder = new LineMarkers.Finder();
    reader.accept(finder, ClassReader.SKIP_FRAMES);
    if (finder.methods().isEmpty()) {
      return classFile;
    }
    ClassWriter writer = new LargeClassWriter(null);
    reader.accept(new LineMarkers(writer, finder.methods()), 0);
    return writer.toByteArray();
  }
}
