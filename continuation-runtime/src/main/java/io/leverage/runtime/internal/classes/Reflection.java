package io.leverage.runtime.internal.classes;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Hides generated members from programs that list the members of their own classes.
 *
 * <p>{@code type.getDeclaredMethods() => UserMembers.getDeclaredMethods(type)}
 */
public final class Reflection extends ClassVisitor {
  private static final String MEMBERS = "io/leverage/runtime/internal/exec/UserMembers";
  private static final String CLASS = "java/lang/Class";
  private static final Set<String> LISTS =
      Set.of(
          "getMethods", "getDeclaredMethods", "getClasses", "getDeclaredClasses", "getInterfaces");

  /**
   * Creates the visitor.
   *
   * @param next gets the rewritten class
   */
  public Reflection(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String calledWith, boolean isInterface) {
        if (owner.equals(CLASS) && LISTS.contains(called)) {
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, MEMBERS, called, withClass(calledWith), false);
        } else {
          super.visitMethodInsn(opcode, owner, called, calledWith, isInterface);
        }
      }

      @Override
      public void visitInvokeDynamicInsn(
          String called, String calledWith, Handle bootstrap, Object... arguments) {
        Object[] replaced = arguments.clone();
        for (int i = 0; i < replaced.length; i++) {
          if (replaced[i] instanceof Handle handle
              && handle.getOwner().equals(CLASS)
              && LISTS.contains(handle.getName())) {
            replaced[i] =
                new Handle(
                    Opcodes.H_INVOKESTATIC,
                    MEMBERS,
                    handle.getName(),
                    withClass(handle.getDesc()),
                    false);
          }
        }
        super.visitInvokeDynamicInsn(called, calledWith, bootstrap, replaced);
      }
    };
  }

  private static String withClass(String descriptor) {
    return descriptor.replace("()", "(Ljava/lang/Class;)");
  }
}
