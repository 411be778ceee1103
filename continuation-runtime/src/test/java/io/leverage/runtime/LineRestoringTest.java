package io.leverage.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.runtime.internal.classes.LargeClassWriter;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class LineRestoringTest {
  private static final int FAR = 33_000;
  private static final int MANY = 4_000;

  /** Defines a class of bytes. */
  private static final class Loader extends ClassLoader {
    Class<?> define(byte[] classFile) {
      return defineClass("Large", classFile, 0, classFile.length);
    }
  }

  @Test
  void keepsMethodsWithFarJumpsAndManyVariables() throws Exception {
    ClassWriter large = new LargeClassWriter(null);
    large.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Large", null, "java/lang/Object", null);
    MethodVisitor code =
        large.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "answer", "(I)I", null, null);
    code.visitCode();
    code.visitIntInsn(Opcodes.BIPUSH, 7);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, "io/leverage/continuation/Continuation", "line", "(I)V", false);
    Label near = new Label();
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitJumpInsn(Opcodes.IFEQ, near);
    Label far = new Label();
    code.visitJumpInsn(Opcodes.GOTO, far);
    code.visitLabel(near);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    for (int i = 0; i < FAR; i++) {
      code.visitInsn(Opcodes.NOP);
    }
    code.visitLabel(far);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitVarInsn(Opcodes.ISTORE, MANY - 1);
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(1, MANY);
    code.visitEnd();
    large.visitEnd();
    byte[] restored = LineRestoring.restore(large.toByteArray());
    assertThat(new Loader().define(restored).getMethod("answer", int.class).invoke(null, 5))
        .isEqualTo(5);
  }
}
