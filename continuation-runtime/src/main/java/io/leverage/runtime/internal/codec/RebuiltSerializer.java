package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.io.ByteArrayOutputStream;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.nio.charset.Charset;
import java.text.ParsePosition;
import java.util.Collections;
import java.util.Formatter;
import java.util.FormatterClosedException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes objects of JDK classes that one value says all about, from which they are made again. */
final class RebuiltSerializer extends Serializer<Object> {
  private record Rule(
      Function<Object, @Nullable Object> value, Function<@Nullable Object, Object> make) {}

  private static final Rule CHARSET =
      new Rule(
          charset -> ((Charset) charset).name(),
          name -> Charset.forName(name instanceof String text ? text : ""));

  private static final Map<Class<?>, Rule> RULES =
      Map.of(
          CountDownLatch.class,
          new Rule(
              latch -> ((CountDownLatch) latch).getCount(),
              count -> new CountDownLatch(count instanceof Long left ? left.intValue() : 0)),
          ByteArrayOutputStream.class,
          new Rule(
              stream -> ((ByteArrayOutputStream) stream).toByteArray(),
              bytes -> written(bytes instanceof byte[] array ? array : new byte[0])),
          ParsePosition.class,
          new Rule(
              position -> numbers((ParsePosition) position),
              numbers -> position(numbers instanceof int[] array ? array : new int[0])),
          Formatter.class,
          new Rule(formatter -> target((Formatter) formatter), RebuiltSerializer::formatter),
          WeakReference.class,
          new Rule(reference -> ((WeakReference<?>) reference).get(), WeakReference::new),
          SoftReference.class,
          new Rule(reference -> ((SoftReference<?>) reference).get(), SoftReference::new),
          Collections.emptyIterator().getClass(),
          new Rule(empty -> null, none -> Collections.emptyIterator()),
          Collections.emptyListIterator().getClass(),
          new Rule(empty -> null, none -> Collections.emptyListIterator()),
          Collections.emptyEnumeration().getClass(),
          new Rule(empty -> null, none -> Collections.emptyEnumeration()));

  /** Of the only thread of a program that moves as a whole, what the thread sees. */
  private static final Rule THREAD_LOCAL =
      new Rule(local -> ((ThreadLocal<?>) local).get(), RebuiltSerializer::local);

  private final Rule rule;

  RebuiltSerializer(Class<?> type) {
    rule = type == ThreadLocal.class ? THREAD_LOCAL : RULES.getOrDefault(type, CHARSET);
  }

  @SuppressWarnings("ThreadLocalUsage") // it is the copy of one that may well be static
  private static ThreadLocal<@Nullable Object> local(@Nullable Object value) {
    ThreadLocal<@Nullable Object> local = new ThreadLocal<>();
    if (value != null) {
      local.set(value);
    }
    return local;
  }

  private static int[] numbers(ParsePosition position) {
    return new int[] {position.getIndex(), position.getErrorIndex()};
  }

  private static ParsePosition position(int[] numbers) {
    if (numbers.length != 2) {
      throw new RefusedException("corrupt checkpoint: no position in a text.");
    }
    ParsePosition position = new ParsePosition(numbers[0]);
    position.setErrorIndex(numbers[1]);
    return position;
  }

  /** Gets where a formatter writes to, and its locale; null if it is closed. */
  private static @Nullable Object target(Formatter formatter) {
    try {
      return new @Nullable Object[] {formatter.out(), formatter.locale()};
    } catch (FormatterClosedException e) {
      return null;
    }
  }

  private static Object formatter(@Nullable Object target) {
    if (target instanceof Object[] parts
        && parts.length == 2
        && parts[0] instanceof Appendable out) {
      return new Formatter(out, (Locale) parts[1]);
    }
    Formatter closed = new Formatter(new StringBuilder(), Locale.ROOT);
    closed.close();
    return closed;
  }

  private static ByteArrayOutputStream written(byte[] bytes) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream(Math.max(bytes.length, 32));
    stream.writeBytes(bytes);
    return stream;
  }

  /**
   * Tells whether there is a rule for a class.
   *
   * @param wholeProgram whether the program moves as a whole, in one thread
   */
  static boolean supports(Class<?> type, boolean wholeProgram) {
    return (wholeProgram && type == ThreadLocal.class)
        || RULES.containsKey(type)
        || Charset.class.isAssignableFrom(type);
  }

  @Override
  public void write(Kryo kryo, Output output, Object object) {
    GraphKryo graph = (GraphKryo) kryo;
    if (object instanceof Formatter formatter && formatter.ioException() != null) {
      throw graph.at().refuse(object.getClass(), "it failed to write. Use another one after that.");
    }
    graph.references().open(object);
    graph.at().enter("value");
    kryo.writeClassAndObject(output, rule.value().apply(object));
    graph.at().leave();
    graph.references().close(object);
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> type) {
    Object object = rule.make().apply(kryo.readClassAndObject(input));
    kryo.reference(object);
    return object;
  }
}
