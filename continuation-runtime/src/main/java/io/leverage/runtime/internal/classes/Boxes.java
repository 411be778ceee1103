package io.leverage.runtime.internal.classes;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes casts from {@code Object} to any type. */
final class Boxes {
  private Boxes() {}

  static void unbox(MethodVisitor code, Type type) {
    String box =
        switch (type.getSort()) {
          case Type.BOOLEAN -> "Boolean";
          case Type.CHAR -> "Character";
          case Type.BYTE -> "Byte";
          case Type.SHORT -> "Short";
          case Type.INT -> "Integer";
          case Type.LONG -> "Long";
          case Type.FLOAT -> "Float";
          case Type.DOUBLE -> "Double";
          default -> "";
        };
    if (box.isEmpty()) {
      code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
      return;
    }
    code.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/" + box);
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        "java/lang/" + box,
        type.getClassName() + "Value",
        "()" + type.getDescriptor(),
        false);
  }
}
