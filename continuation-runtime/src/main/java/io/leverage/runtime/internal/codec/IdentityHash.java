package io.leverage.runtime.internal.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Reads and sets the identity hash codes of objects, which HotSpot keeps in the first word of each
 * object once something has asked for it. Where that word keeps it is measured, not assumed: on a
 * JVM where the hash codes of some new objects aren't all found at one place, on one that wasn't
 * started with {@code --add-opens java.base/jdk.internal.misc=ALL-UNNAMED}, objects get others when
 * they move.
 *
 * <p>Safe for use by several threads: a hash code is set as the JVM itself does, by an atomic
 * exchange of the word of an object that is neither locked nor has one.
 */
final class IdentityHash {
  private static final int BITS = Integer.MAX_VALUE;
  // Of an object that nobody holds, or ever held, the monitor of.
  private static final long STATE = 7;
  private static final long FREE = 1;
  private static final int PROBES = 16;

  private static final MethodHandle GET = method("getLong", long.class);
  private static final MethodHandle EXCHANGE =
      method("compareAndSetLong", boolean.class, long.class, long.class);
  private static final int SHIFT = shift();

  private IdentityHash() {}

  /** Gets an object's hash code, or 0 if nothing has asked for it yet, as far as can be told. */
  static int of(Object object) {
    if (SHIFT == 0) {
      return 0;
    }
    long word = word(object);
    // The word of an object with a monitor tells where the hash code is.
    return (word & STATE) == FREE ? hash(word, SHIFT) : System.identityHashCode(object);
  }

  /** Gives an object a hash code, unless it has one already. */
  static void set(Object object, int hash) {
    if (SHIFT == 0) {
      return;
    }
    boolean again = true;
    while (again) {
      long word = word(object);
      again =
          (word & STATE) == FREE
              && hash(word, SHIFT) == 0
              && !exchange(object, word, word | ((long) hash << SHIFT));
    }
  }

  private static int hash(long word, int shift) {
    return (int) (word >>> shift) & BITS;
  }

  /** Finds an operation on an object's first word; one that gives nothing, if it isn't opened. */
  private static MethodHandle method(String name, Class<?> result, Class<?>... parameters) {
    MethodType all =
        MethodType.methodType(result, Object.class, long.class).appendParameterTypes(parameters);
    MethodHandle method;
    try {
      Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
      Object unsafe =
          MethodHandles.lookup()
              .findStatic(type, "getUnsafe", MethodType.methodType(type))
              .invoke();
      method = MethodHandles.lookup().bind(unsafe, name, all);
    } catch (Throwable e) {
      method = MethodHandles.empty(all);
    }
    return MethodHandles.insertArguments(method, 1, 0L);
  }

  private static long word(Object object) {
    try {
      return (long) GET.invokeExact(object);
    } catch (Throwable e) {
      throw new IllegalStateException("reading an identity hash code", e);
    }
  }

  private static boolean exchange(Object object, long from, long to) {
    try {
      return (boolean) EXCHANGE.invokeExact(object, from, to);
    } catch (Throwable e) {
      throw new IllegalStateException("setting an identity hash code", e);
    }
  }

  /** Finds by how much the hash code is shifted in the word; 0 if that can't be told. */
  private static int shift() {
    for (int shift = Integer.SIZE - 1; shift > 0; shift--) {
      if (holdsAt(shift)) {
        return shift;
      }
    }
    return 0;
  }

  private static boolean holdsAt(int shift) {
    for (int i = 0; i < PROBES; i++) {
      Object probe = new Object();
      long before = word(probe);
      int hash = System.identityHashCode(probe);
      long after = word(probe);
      if ((before & STATE) != FREE
          || (after & STATE) != FREE
          || hash(before, shift) != 0
          || hash(after, shift) != hash) {
        return false;
      }
    }
    return true;
  }
}
