package io.leverage.runtime.internal.codec;

import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Restored lambda objects. The JDK makes a lambda object of what it captures, but a lambda may
 * capture something that leads back to it. So a restored lambda is of a class made for it, which
 * calls the same method and whose fields are filled later.
 */
final class LambdaShell {
  private static final String NAME = "$$Lambda$Restored";
  private static final String FIELD = "captured";
  private static final Map<Class<?>, LambdaForm> FORMS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private LambdaShell() {}

  /** Tells what a restored lambda is; null if it isn't one. */
  static @Nullable LambdaForm form(Object lambda) {
    return FORMS.get(lambda.getClass());
  }

  /** Gets what a restored lambda captures. */
  static @Nullable Object[] captured(Object lambda) throws ReflectiveOperationException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < lambda.getClass().getDeclaredFields().length; i++) {
      values.add(lambda.getClass().getDeclaredField(FIELD + i).get(lambda));
    }
    return values.toArray();
  }

  /** Gives a restored lambda something that it captures. */
  static void fill(Object lambda, int index, @Nullable Object value)
      throws ReflectiveOperationException {
    lambda.getClass().getDeclaredField(FIELD + index).set(lambda, value);
  }

  /**
   * Makes a lambda object without what it captures.
   *
   * @param form what it is
   * @param host may use the method that has the lambda's body
   * @param target that method
   * @param count how many values it captures: they are the first arguments
   * @param erased the type of the interface's method
   * @param interfaces the interfaces that it implements
   */
  static Object create(
      LambdaForm form,
      MethodHandles.Lookup host,
      MethodHandle target,
      int count,
      MethodType erased,
      List<Class<?>> interfaces)
      throws ReflectiveOperationException {
    List<Class<?>> fields = new ArrayList<>();
    for (Class<?> type : target.type().parameterList().subList(0, count)) {
      fields.add(type.isPrimitive() ? type : Object.class);
    }
    MethodType exact = erased.insertParameterTypes(0, fields);
    byte[] code = new Writer(host.lookupClass(), form, fields, erased, exact).write(interfaces);
    Class<?> shell =
        host.defineHiddenClassWithClassData(
                code, target.asType(exact), true, MethodHandles.Lookup.ClassOption.NESTMATE)
            .lookupClass();
    FORMS.put(shell, form);
    return shell.getDeclaredConstructor().newInstance();
  }

  /** Writes a class {@code public R m(P p) { return target.invokeExact(captured0, p); }}. */
  private record Writer(
      Class<?> host, LambdaForm form, List<Class<?>> fields, MethodType erased, MethodType exact) {

    byte[] write(List<Class<?>> interfaces) {
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
        code.visitField(
                Opcodes.ACC_PUBLIC, FIELD + i, Type.getDescriptor(fields.get(i)), null, null)
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
          code.visitMethod(
              Opcodes.ACC_PUBLIC, form.method(), erased.toMethodDescriptorString(), null, null);
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
}
