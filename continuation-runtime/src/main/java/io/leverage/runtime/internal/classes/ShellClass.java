package io.leverage.runtime.internal.classes;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodType;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the class of a restored lambda: {@code public R m(P p) { return
 * target.invokeExact(captured0, p); }}, where the target is the class data.
 *
 * @param host the class that the lambda is in
 * @param method the name of the interface's method
 * @param fields the types of what it captures: primitive ones, or Object
 * @param erased the type of the interface's method
 * @param exact the type of the target
 */
public record ShellClass(
    Class<?> host, String method, List<Class<?>> fields, MethodType erased, MethodType exact) {
  /** What the names of the fields begin with; a number follows. */
  public static final String FIELD = "captured";

  private static final String NAME = "$$Lambda$Restored";

  /**
   * Writes the class.
   *
   * @param interfaces what it implements
   * @return the class file
   */
  public byte[] write(List<Class<?>> interfaces) {
    ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String name = Type.getInternalName(host) + NAME;
    code.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        "java/lang/Object",
        interfaces.stream().map(Type::getInternalName).toArray(String[]::new));
    for (int i = 0; i < fields.size(); i++) {
      code.visitField(Opcodes.ACC_PUBLIC, FIELD + i, Type.getDescriptor(fields.get(i)), null, null)
          .visitEnd();
    }
    MethodVisitor creation = code.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    creation.visitCode();
    creation.visitVarInsn(Opcodes.ALOAD, 0);
    creation.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    creation.visitInsn(Opcodes.RETURN);
    creation.visitMaxs(0, 0);
    creation.visitEnd();
    method(code, name);
    code.visitEnd();
    return code.toByteArray();
  }

  private void method(ClassWriter code, String name) {
    MethodVisitor body =
        code.visitMethod(Opcodes.ACC_PUBLIC, method, erased.toMethodDescriptorString(), null, null);
    body.visitCode();
    body.visitLdcInsn(
        new ConstantDynamic(
            ConstantDescs.DEFAULT_NAME,
            "Ljava/lang/invoke/MethodHandle;",
            new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/lang/invoke/MethodHandles",
                "classData",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)"
                    + "Ljava/lang/Object;",
                false)));
    for (int i = 0; i < fields.size(); i++) {
      body.visitVarInsn(Opcodes.ALOAD, 0);
      body.visitFieldInsn(Opcodes.GETFIELD, name, FIELD + i, Type.getDescriptor(fields.get(i)));
    }
    int local = 1;
    for (Class<?> type : erased.parameterList()) {
      body.visitVarInsn(Type.getType(type).getOpcode(Opcodes.ILOAD), local);
      local += Type.getType(type).getSize();
    }
    body.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        "java/lang/invoke/MethodHandle",
        "invokeExact",
        exact.toMethodDescriptorString(),
        false);
    body.visitInsn(Type.getType(erased.returnType()).getOpcode(Opcodes.IRETURN));
    body.visitMaxs(0, 0);
    body.visitEnd();
  }
}
