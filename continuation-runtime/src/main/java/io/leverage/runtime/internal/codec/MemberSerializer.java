package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;

/** Writes a reflected field, method or constructor as what it is found by, and its access. */
final class MemberSerializer extends Serializer<AccessibleObject> {
  private final Class<?> kind;

  MemberSerializer(Class<?> kind) {
    this.kind = kind;
  }

  /** Tells whether a class is that of such a member. */
  static boolean supports(Class<?> type) {
    return type == Field.class || type == Method.class || type == Constructor.class;
  }

  @Override
  @SuppressWarnings("deprecation") // canAccess asks for more than what was set
  public void write(Kryo kryo, Output output, AccessibleObject object) {
    Member member = (Member) object;
    kryo.writeClassAndObject(output, member.getDeclaringClass());
    output.writeString(member.getName());
    Class<?>[] parameters =
        member instanceof Executable code ? code.getParameterTypes() : new Class<?>[0];
    kryo.writeClassAndObject(output, parameters);
    output.writeBoolean(object.isAccessible());
  }

  @Override
  public AccessibleObject read(
      Kryo kryo, Input input, Class<? extends AccessibleObject> requested) {
    Object declaring = kryo.readClassAndObject(input);
    String name = input.readString();
    Object parameters = kryo.readClassAndObject(input);
    boolean accessible = input.readBoolean();
    if (!(declaring instanceof Class<?> type)
        || !(parameters instanceof Class<?>[] types)
        || name == null) {
      throw new RefusedException("corrupt checkpoint: a member of no class.");
    }
    try {
      AccessibleObject member = find(type, name, types);
      if (accessible) {
        member.setAccessible(true);
      }
      return member;
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new RefusedException(
          "the checkpoint holds " + type.getName() + "." + name + ", which can't be had here.", e);
    }
  }

  private AccessibleObject find(Class<?> type, String name, Class<?>[] parameters)
      throws ReflectiveOperationException {
    if (kind == Field.class) {
      return type.getDeclaredField(name);
    }
    return kind == Method.class
        ? type.getDeclaredMethod(name, parameters)
        : type.getDeclaredConstructor(parameters);
  }
}
