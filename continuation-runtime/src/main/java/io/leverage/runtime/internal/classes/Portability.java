package io.leverage.runtime.internal.classes;

import java.lang.invoke.LambdaMetafactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes what a class creates portable.
 *
 * <ul>
 *   <li>A lambda can say what it is: its call site asks for a serialisable one. A class with
 *       lambdas gives its own lookup to who restores them, which linking a call site needs.
 *   <li>The fields of a record aren't final, so that a record is restored as its fields, without
 *       running its constructor again.
 * </ul>
 */
public final class Portability extends ClassVisitor {
  /** The private method that gives the lookup of a class with lambdas. */
  public static final String LOOKUP = "leverage$lookup";

  /** The private method that lists name and descriptor of what a class's lambdas run. */
  public static final String LAMBDAS = "leverage$lambdas";

  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final String ALT_DESCRIPTOR =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
          + "[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;";

  private boolean isRecord;
  private final Set<String> lambdas = new TreeSet<>();

  /**
   * Creates the visitor.
   *
   * @param next gets the rewritten class
   */
  public Portability(ClassVisitor next) {
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
    isRecord = "java/lang/Record".equals(superName);
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    boolean open = isRecord && (access & Opcodes.ACC_STATIC) == 0;
    return super.visitField(
        open ? access & ~Opcodes.ACC_FINAL : access, name, descriptor, signature, value);
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
      @Override
      public void visitInvokeDynamicInsn(
          String method, String type, Handle bootstrap, Object... arguments) {
        if (!bootstrap.getOwner().equals(FACTORY)) {
          super.visitInvokeDynamicInsn(method, type, bootstrap, arguments);
          return;
        }
        Handle target = (Handle) arguments[1];
        lambdas.add(target.getName() + target.getDesc());
        if (bootstrap.getName().equals("metafactory")) {
          List<Object> more = new ArrayList<>(List.of(arguments));
          more.add(LambdaMetafactory.FLAG_SERIALIZABLE);
          super.visitInvokeDynamicInsn(method, type, alternative(), more.toArray());
        } else {
          Object[] more = arguments.clone();
          more[3] = (Integer) more[3] | LambdaMetafactory.FLAG_SERIALIZABLE;
          super.visitInvokeDynamicInsn(method, type, bootstrap, more);
        }
      }
    };
  }

  @Override
  public void visitEnd() {
    if (!lambdas.isEmpty()) {
      writeLambdas();
      String result = "()Ljava/lang/invoke/MethodHandles$Lookup;";
      MethodVisitor code =
          super.visitMethod(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
              LOOKUP,
              result,
              null,
              null);
      code.visitCode();
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC, "java/lang/invoke/MethodHandles", "lookup", result, false);
      code.visitInsn(Opcodes.ARETURN);
      code.visitMaxs(1, 0);
      code.visitEnd();
    }
    super.visitEnd();
  }

  /** Writes a method that lists what the lambdas of the class run. */
  private void writeLambdas() {
    MethodVisitor code =
        super.visitMethod(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            LAMBDAS,
            "()[Ljava/lang/String;",
            null,
            null);
    code.visitCode();
    code.visitLdcInsn(lambdas.size());
    code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/String");
    int index = 0;
    for (String each : lambdas) {
      code.visitInsn(Opcodes.DUP);
      code.visitLdcInsn(index++);
      code.visitLdcInsn(each);
      code.visitInsn(Opcodes.AASTORE);
    }
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(4, 0);
    code.visitEnd();
  }

  private static Handle alternative() {
    return new Handle(Opcodes.H_INVOKESTATIC, FACTORY, "altMetafactory", ALT_DESCRIPTOR, false);
  }
}
