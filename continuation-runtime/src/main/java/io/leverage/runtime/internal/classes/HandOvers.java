package io.leverage.runtime.internal.classes;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Has a class say when it hands something to the JVM that the JVM calls later, such as a shutdown
 * hook, or starts one of Java's own virtual threads, which nobody can list: before each such call
 * it calls {@code HandedToJvm.mark(X.class, "Runtime.addShutdownHook")}.
 */
public final class HandOvers extends ClassVisitor {
  private static final String REGISTRY = "io/leverage/runtime/internal/exec/HandedToJvm";
  private static final Set<String> CALLS =
      Set.of(
          "java/lang/Runtime.addShutdownHook",
          "java/lang/Thread.startVirtualThread",
          "java/lang/Thread.ofVirtual",
          "java/util/concurrent/Executors.newVirtualThreadPerTaskExecutor",
          "java/util/logging/Logger.addHandler");

  private String owner = "";

  /**
   * Creates the visitor.
   *
   * @param next gets the rewritten class
   */
  public HandOvers(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    owner = name;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return new MethodVisitor(Opcodes.ASM9, next) {
      private boolean marks;

      @Override
      public void visitMethodInsn(
          int opcode, String type, String method, String signature, boolean isInterface) {
        if (CALLS.contains(type + "." + method)) {
          marks = true;
          visitLdcInsn(Type.getObjectType(owner));
          visitLdcInsn(type.substring(type.lastIndexOf('/') + 1) + "." + method);
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              REGISTRY,
              "mark",
              "(Ljava/lang/Class;Ljava/lang/String;)V",
              false);
        }
        super.visitMethodInsn(opcode, type, method, signature, isInterface);
      }

      @Override
      public void visitMaxs(int stack, int locals) {
        super.visitMaxs(marks ? stack + 2 : stack, locals);
      }
    };
  }
}
