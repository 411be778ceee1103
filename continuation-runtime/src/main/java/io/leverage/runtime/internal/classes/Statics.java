package io.leverage.runtime.internal.classes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes the static fields of a class travel.
 *
 * <ul>
 *   <li>The class says when it is being initialised: its initialiser begins with {@code
 *       Initialised.mark(X.class)}.
 *   <li>Its static fields aren't final, constants aside, so that they can be set.
 *   <li>If the class was initialised before, its initialiser does nothing else. Fields of
 *       interfaces must stay final; there the initialiser takes the values that were handed over.
 * </ul>
 */
public final class Statics extends ClassVisitor {
  private static final String REGISTRY = "io/leverage/runtime/internal/exec/Initialised";
  private static final String INITIALISER = "<clinit>";

  private record Static(String name, String descriptor) {}

  private final boolean initialisedBefore;
  private final List<Static> fields = new ArrayList<>();
  private String owner = "";
  private boolean isInterface;
  private boolean hadInitialiser;
  private boolean wroteInitialiser;

  /**
   * Creates the visitor.
   *
   * @param next gets the rewritten class
   * @param initialisedBefore whether the class was initialised by an earlier loader
   */
  public Statics(ClassVisitor next, boolean initialisedBefore) {
    super(Opcodes.ASM9, next);
    this.initialisedBefore = initialisedBefore;
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
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    int opened = access;
    if ((access & Opcodes.ACC_STATIC) != 0 && value == null) {
      fields.add(new Static(name, descriptor));
      opened = isInterface ? access : access & ~Opcodes.ACC_FINAL;
    }
    return super.visitField(opened, name, descriptor, signature, value);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (!name.equals(INITIALISER)) {
      return super.visitMethod(access, name, descriptor, signature, exceptions);
    }
    hadInitialiser = true;
    if (initialisedBefore) {
      return null;
    }
    wroteInitialiser = true;
    return new MethodVisitor(
        Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, exceptions)) {
      @Override
      public void visitCode() {
        super.visitCode();
        mark(this);
      }

      @Override
      public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(Math.max(maxStack, 1), maxLocals);
      }
    };
  }

  private void mark(MethodVisitor code) {
    code.visitLdcInsn(Type.getObjectType(owner));
    code.visitMethodInsn(Opcodes.INVOKESTATIC, REGISTRY, "mark", "(Ljava/lang/Class;)V", false);
  }

  @Override
  public void visitEnd() {
    if (!wroteInitialiser && (hadInitialiser || !fields.isEmpty())) {
      MethodVisitor code = super.visitMethod(Opcodes.ACC_STATIC, INITIALISER, "()V", null, null);
      code.visitCode();
      mark(code);
      if (isInterface && initialisedBefore) {
        fields.forEach(field -> take(code, field));
      }
      code.visitInsn(Opcodes.RETURN);
      code.visitMaxs(2, 0);
      code.visitEnd();
    }
    super.visitEnd();
  }

  private void take(MethodVisitor code, Static field) {
    code.visitLdcInsn(Type.getObjectType(owner));
    code.visitLdcInsn(field.name);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        REGISTRY,
        "take",
        "(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Object;",
        false);
    Boxes.unbox(code, Type.getType(field.descriptor));
    code.visitFieldInsn(Opcodes.PUTSTATIC, owner, field.name, field.descriptor);
  }
}
