package io.leverage.runtime.internal.classes;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds calls of a superclass's method past its override, in a class's code. */
public final class SuperCalls {
  private SuperCalls() {}

  /**
   * Tells whether a class may call {@code super.method(...)}.
   *
   * @param type the class
   * @param method the name of a method of its superclass
   * @return true also if its code can't be seen
   */
  public static boolean mayBeIn(Class<?> type, String method) {
    String owner = Type.getInternalName(type.getSuperclass());
    boolean[] found = {false};
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitMethodInsn(
                  int opcode, String called, String name, String descriptor, boolean isInterface) {
                found[0] |=
                    opcode == Opcodes.INVOKESPECIAL && called.equals(owner) && name.equals(method);
              }
            };
          }
        };
    ClassLoader loader = type.getClassLoader();
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = loader == null ? null : loader.getResourceAsStream(file)) {
      if (in == null) {
        return true;
      }
      new ClassReader(in).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return found[0];
    } catch (IOException e) {
      return true;
    }
  }
}
