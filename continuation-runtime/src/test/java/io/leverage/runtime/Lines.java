package io.leverage.runtime;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads the line numbers of a class file. */
final class Lines {
  private Lines() {}

  /** Gets {@code method:line} for each entry. */
  static List<String> of(byte[] classFile) {
    List<String> lines = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String method, String d, String s, String[] e) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitLineNumber(int line, Label start) {
                    lines.add(method + ":" + line);
                  }
                };
              }
            },
            0);
    return lines;
  }
}
