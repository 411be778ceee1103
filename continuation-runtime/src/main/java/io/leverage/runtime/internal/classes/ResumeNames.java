package io.leverage.runtime.internal.classes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives resume bodies the names of their methods, so that a program that reads its own stack traces
 * finds these.
 *
 * <p>A resume body is known by its name and its descriptor: it takes the continuation and a frame
 * class of its own, which nothing else takes, so nothing else has that name and descriptor. It is
 * private; only that frame class calls it, and sees the same name and descriptor.
 */
public final class ResumeNames extends ClassVisitor {
  private static final Pattern NAME = Pattern.compile("(.+)\\$resume\\d*");
  private static final Pattern DESCRIPTOR =
      Pattern.compile("\\(Lio/leverage/continuation/Continuation;L[^;]+\\$Frame\\d*;\\).+");

  /**
   * Creates the visitor.
   *
   * @param next gets the rewritten class
   */
  public ResumeNames(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next =
        super.visitMethod(access, named(name, descriptor), descriptor, signature, exceptions);
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String called, String calledWith, boolean isInterface) {
        super.visitMethodInsn(opcode, owner, named(called, calledWith), calledWith, isInterface);
      }
    };
  }

  // m$resume3(Continuation, M$Frame) => m(Continuation, M$Frame)
  private static String named(String name, String descriptor) {
    Matcher resume = NAME.matcher(name);
    return resume.matches() && DESCRIPTOR.matcher(descriptor).matches() ? resume.group(1) : name;
  }
}
