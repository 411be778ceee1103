package io.leverage.runtime.internal.classes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Gives generated bodies the names of their methods, so that a program that reads its own stack
 * traces finds these.
 *
 * <p>A twin whose name has a suffix takes the continuation first, so it is an overload; all classes
 * that a loader defines are renamed alike, the twins of the JDK's interfaces included.
 *
 * <p>A resume body is known by its name and its descriptor: it takes the continuation and a frame
 * class of its own, which nothing else takes, so nothing else has that name and descriptor. It is
 * private; only that frame class calls it, and sees the same name and descriptor.
 */
public final class MethodNames extends ClassVisitor {
  private static final String SUFFIX = "$mobile";
  private static final String CONTINUATION_FIRST = "(Lio/leverage/continuation/Continuation;";
  private static final Pattern NAME = Pattern.compile("(.+)\\$resume\\d*");
  private static final Pattern DESCRIPTOR =
      Pattern.compile("\\(Lio/leverage/continuation/Continuation;L[^;]+\\$Frame\\d*;\\).+");

  /**
   * Creates the visitor.
   *
   * @param next gets the rewritten class
   */
  public MethodNames(ClassVisitor next) {
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

      @Override
      public void visitInvokeDynamicInsn(
          String called, String calledWith, Handle bootstrap, Object... arguments) {
        Object[] renamed = arguments.clone();
        for (int i = 0; i < renamed.length; i++) {
          if (renamed[i] instanceof Handle handle) {
            renamed[i] = named(handle);
          }
        }
        // A lambda's call site has the name of the interface's method; its first argument, the
        // type.
        boolean isLambda = renamed.length > 0 && renamed[0] instanceof Type;
        super.visitInvokeDynamicInsn(
            isLambda ? named(called, ((Type) renamed[0]).getDescriptor()) : called,
            calledWith,
            bootstrap,
            renamed);
      }
    };
  }

  private static Handle named(Handle handle) {
    return new Handle(
        handle.getTag(),
        handle.getOwner(),
        named(handle.getName(), handle.getDesc()),
        handle.getDesc(),
        handle.isInterface());
  }

  // m$mobile(Continuation, P) => m(Continuation, P)
  // m$mobile$resume3(Continuation, M$Frame) => m(Continuation, M$Frame)
  private static String named(String name, String descriptor) {
    Matcher resume = NAME.matcher(name);
    String method =
        resume.matches() && DESCRIPTOR.matcher(descriptor).matches() ? resume.group(1) : name;
    return method.endsWith(SUFFIX) && descriptor.startsWith(CONTINUATION_FIRST)
        ? method.substring(0, method.length() - SUFFIX.length())
        : method;
  }
}
