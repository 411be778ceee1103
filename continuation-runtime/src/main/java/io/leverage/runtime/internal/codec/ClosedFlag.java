package io.leverage.runtime.internal.codec;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The one private thing that a {@code FilterOutputStream} keeps: whether its own {@code close} ran.
 * It never ran if the class that extends it overrides {@code close} and doesn't call it.
 */
final class ClosedFlag {
  private static final String OWNER = Type.getInternalName(FilterOutputStream.class);

  private ClosedFlag() {}

  /** Tells whether the flag can't be set in objects of a user's class, judging by its code. */
  static boolean isNeverSet(Class<?> type) {
    Class<?> top = Origin.topUserClass(type);
    return top.getSuperclass() == FilterOutputStream.class
        && Arrays.stream(top.getDeclaredMethods())
            .anyMatch(each -> each.getName().equals("close") && each.getParameterCount() == 0)
        && !callsClose(top);
  }

  private static boolean callsClose(Class<?> top) {
    boolean[] found = {false};
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitMethodInsn(
                  int opcode, String owner, String method, String type, boolean isInterface) {
                found[0] |=
                    opcode == Opcodes.INVOKESPECIAL
                        && owner.equals(OWNER)
                        && method.equals("close");
              }
            };
          }
        };
    String file = top.getName().replace('.', '/') + ".class";
    try (InputStream in = top.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        return true; // its code can't be seen
      }
      new ClassReader(in).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return found[0];
    } catch (IOException e) {
      return true;
    }
  }
}
