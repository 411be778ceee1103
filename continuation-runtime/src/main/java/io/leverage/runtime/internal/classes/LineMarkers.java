package io.leverage.runtime.internal.classes;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites {@code Continuation.line(n)} as an entry of the line number table and a {@code nop},
 * which keeps the entry's address apart from the next one's stack map.
 */
public final class LineMarkers extends ClassVisitor {
  private static final String OWNER = "io/leverage/continuation/Continuation";

  private final Set<String> methods;

  /**
   * Creates the visitor.
   *
   * @param next gets the rewritten class
   * @param methods name and descriptor of the methods that have markers
   */
  public LineMarkers(ClassVisitor next, Set<String> methods) {
    super(Opcodes.ASM9, next);
    this.methods = methods;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return methods.contains(name + descriptor) ? new Rewriter(next) : next;
  }

  private static boolean isMarker(int opcode, String owner, String name) {
    return opcode == Opcodes.INVOKESTATIC && owner.equals(OWNER) && name.equals("line");
  }

  /** Finds the methods that have markers. */
  public static final class Finder extends ClassVisitor {
    private final Set<String> methods = new HashSet<>();

    /** Creates the visitor. */
    public Finder() {
      super(Opcodes.ASM9);
    }

    /** Gets name and descriptor of the methods that have markers. */
    public Set<String> methods() {
      return methods;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String called, boolean isInterface) {
          if (isMarker(opcode, owner, name)) {
            methods.add(method + descriptor);
          }
        }
      };
    }
  }

  /** Holds an integer constant back until the next instruction shows whether it is a marker's. */
  private static final class Rewriter extends InstructionFilter {
    private @Nullable Integer constant;
    private int opcode;

    Rewriter(MethodVisitor next) {
      super(next);
    }

    @Override
    void beforeInstruction() {
      Integer held = constant;
      constant = null;
      if (held == null) {
        return;
      }
      switch (opcode) {
        case Opcodes.BIPUSH, Opcodes.SIPUSH -> mv.visitIntInsn(opcode, held);
        case Opcodes.LDC -> mv.visitLdcInsn(held);
        default -> mv.visitInsn(opcode);
      }
    }

    private void hold(int pushing, int value) {
      beforeInstruction();
      opcode = pushing;
      constant = value;
    }

    @Override
    public void visitInsn(int pushing) {
      if (pushing >= Opcodes.ICONST_M1 && pushing <= Opcodes.ICONST_5) {
        hold(pushing, pushing - Opcodes.ICONST_0);
      } else {
        super.visitInsn(pushing);
      }
    }

    @Override
    public void visitIntInsn(int pushing, int operand) {
      if (pushing == Opcodes.NEWARRAY) {
        super.visitIntInsn(pushing, operand);
      } else {
        hold(pushing, operand);
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Integer number) {
        hold(Opcodes.LDC, number);
      } else {
        super.visitLdcInsn(value);
      }
    }

    @Override
    public void visitMethodInsn(
        int invoke, String owner, String name, String descriptor, boolean isInterface) {
      Integer line = constant;
      if (line == null || !isMarker(invoke, owner, name)) {
        super.visitMethodInsn(invoke, owner, name, descriptor, isInterface);
        return;
      }
      constant = null;
      Label here = new Label();
      mv.visitLabel(here);
      mv.visitLineNumber(line, here);
      mv.visitInsn(Opcodes.NOP);
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      // The lines of the generated file; the markers give the user's.
    }
  }
}
