package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Serializer;
import io.leverage.continuation.MobileBufferedReader;
import io.leverage.continuation.MobileTokenizer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/** Chooses how the objects of a class are written: the first rule that fits. */
final class Serializers {
  /** Classes for which Kryo's own serialisers are exact. */
  private static final Set<Class<?>> KRYO =
      Set.of(
          Float.class,
          Double.class,
          String.class,
          StringBuilder.class,
          StringBuffer.class,
          BigInteger.class,
          BigDecimal.class,
          Optional.class,
          OptionalInt.class,
          OptionalLong.class,
          OptionalDouble.class);

  private final GraphKryo kryo;

  Serializers(GraphKryo kryo) {
    this.kryo = kryo;
  }

  Serializer<?> of(Class<?> type) {
    if (KRYO.contains(type)) {
      return kryo.kryoDefault(type);
    }
    if (BoxSerializer.TYPES.contains(type)) {
      return new BoxSerializer(type);
    }
    if (type == Class.class) {
      return new ClassSerializer();
    }
    if (type.isArray()) {
      return type.getComponentType().isPrimitive()
          ? new PrimitiveArraySerializer(type.getComponentType())
          : new ObjectArraySerializer(type.getComponentType());
    }
    if (Enum.class.isAssignableFrom(type)) {
      return kryo.wholeProgram() && !Origin.isJdk(type)
          ? new EnumObjectSerializer()
          : new EnumNameSerializer(type);
    }
    return Origin.isJdk(type) ? ofJdkClass(type) : ofUserClass(type);
  }

  private Serializer<?> ofJdkClass(Class<?> type) {
    if (type == Object.class) {
      return new PlainObjectSerializer();
    }
    if (type == StackTraceElement.class) {
      return new StackTraceElementSerializer();
    }
    if (type == MapEntrySerializer.TYPE) {
      return new MapEntrySerializer();
    }
    if (type == AtomicReference.class) {
      return new AtomicReferenceSerializer();
    }
    if (TreeSetSerializer.supports(type)) {
      return new TreeSetSerializer(type, kryo.wholeProgram());
    }
    if (CollectionSerializer.supports(type)) {
      return new CollectionSerializer(type, kryo.wholeProgram());
    }
    if (MapSerializer.supports(type)) {
      return new MapSerializer(type, kryo.wholeProgram());
    }
    if (BufferSerializer.supports(type)) {
      return new BufferSerializer();
    }
    if (type == ByteArrayOutputStream.class && kryo.wholeProgram() && kryo.carried().isOpen()) {
      return new Carried(); // with what prints to it
    }
    if (ReferenceSerializer.supports(type)) {
      return new ReferenceSerializer(type, kryo.wholeProgram());
    }
    if (ReferenceQueueSerializer.supports(type)) {
      return new ReferenceQueueSerializer();
    }
    if (RebuiltSerializer.supports(type, kryo.wholeProgram())) {
      return new RebuiltSerializer(type);
    }
    if (type == PrintStream.class && !kryo.wholeProgram()) {
      return new StandardStreamSerializer();
    }
    if (MatcherSerializer.supports(type)) {
      return new MatcherSerializer();
    }
    if (MemberSerializer.supports(type)) {
      return new MemberSerializer(type);
    }
    if (kryo.wholeProgram() && Carried.allows(type)) {
      return new Carried();
    }
    if (type == ReentrantLock.class) {
      return new LockSerializer();
    }
    if (CalendarSerializer.supports(type)) {
      return new CalendarSerializer(type, kryo.wholeProgram());
    }
    if (Throwable.class.isAssignableFrom(type)) {
      return new ThrowableSerializer(type, kryo.wholeProgram());
    }
    if (ShellSerializer.supports(type)) {
      return new ShellSerializer(type, kryo.wholeProgram());
    }
    throw kryo.at().refuse(type, Remedy.of(type));
  }

  private Serializer<?> ofUserClass(Class<?> type) {
    if (type.isRecord() && !FieldsSerializer.canSet(type)) {
      return new RecordSerializer(type, kryo.wholeProgram());
    }
    Class<?> jdk = Origin.jdkPart(type);
    if (kryo.wholeProgram()
        && Carried.allows(jdk)
        && type != MobileBufferedReader.class
        && type.getClassLoader() != kryo.getClassLoader()) {
      return new Carried(); // the stream of a test's or a host's, behind System.out
    }
    if (jdk == Object.class || jdk == Record.class || type == MobileTokenizer.class) {
      return new FieldsSerializer(type, kryo.wholeProgram());
    }
    if (TreeSetSerializer.supports(jdk)) {
      return new TreeSetSerializer(type, kryo.wholeProgram());
    }
    if (CollectionSerializer.supports(jdk)) {
      return new CollectionSerializer(type, kryo.wholeProgram());
    }
    if (MapSerializer.supports(jdk)) {
      return new MapSerializer(type, kryo.wholeProgram());
    }
    if (ReferenceSerializer.supports(jdk)) {
      return new ReferenceSerializer(type, kryo.wholeProgram());
    }
    if (OpenStateSerializer.supports(type)) {
      return new OpenStateSerializer(type, kryo.wholeProgram());
    }
    if (Origin.isStateless(jdk) && !EnumSet.class.isAssignableFrom(jdk)) {
      return new FieldsSerializer(type, kryo.wholeProgram());
    }
    if (CalendarSerializer.supports(type)) {
      return new CalendarSerializer(type, kryo.wholeProgram());
    }
    if (Throwable.class.isAssignableFrom(jdk)) {
      return new ThrowableSerializer(type, kryo.wholeProgram());
    }
    if (Serializable.class.isAssignableFrom(jdk) && ShellSerializer.supports(jdk)) {
      return new ShellSerializer(type, kryo.wholeProgram());
    }
    throw kryo.at()
        .refuse(
            type,
            "it extends "
                + jdk.getName()
                + ", whose state is closed. Hold only its data across safepoints, and create"
                + " the object again where it is used.");
  }
}
