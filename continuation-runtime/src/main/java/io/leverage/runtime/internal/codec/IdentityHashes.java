package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.IntMap;
import io.leverage.RefusedException;
import io.leverage.continuation.MobileEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The identity hash codes of one graph's objects: the program may have seen them, in the order of a
 * hash set or by {@code Object.toString}, so they travel. They stand behind the graph, by the
 * numbers of the objects, and are read before it: what is restored may be hashed at once.
 */
final class IdentityHashes {
  private static final ClassValue<Boolean> BY_IDENTITY =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return hashesByIdentity(type);
        }
      };

  private final boolean all;
  private final List<Numbered> written = new ArrayList<>();
  private final IntMap<Integer> read = new IntMap<>();

  private record Numbered(int id, int hash) {}

  /**
   * Creates an empty table.
   *
   * @param all whether objects count, too, whose own hash code is another
   */
  IdentityHashes(boolean all) {
    this.all = all;
  }

  void clear() {
    written.clear();
    read.clear();
  }

  /** Gets an object's hash code if it must travel and something has asked for it; otherwise 0. */
  int of(Object object) {
    return all || BY_IDENTITY.get(object.getClass()) ? IdentityHash.of(object) : 0;
  }

  private static boolean hashesByIdentity(Class<?> type) {
    if (MobileEntry.class.isAssignableFrom(type)) {
      return false;
    }
    try {
      return type.getMethod("hashCode").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return true;
    }
  }

  void wrote(int id, int hash) {
    written.add(new Numbered(id, hash));
  }

  void write(Output output) {
    int last = -1;
    for (Numbered each : written) {
      output.writeVarInt(each.id() - last, true);
      output.writeInt(each.hash());
      last = each.id();
    }
  }

  /** Reads the table, which goes to the end of the input. */
  void read(Input input) {
    int id = -1;
    while (input.position() < input.limit()) {
      int step = input.readVarInt(true);
      int hash = input.readInt();
      if (step <= 0 || hash <= 0 || id + step < 0) {
        throw new RefusedException("corrupt checkpoint: identity hash codes.");
      }
      id += step;
      read.put(id, hash);
    }
  }

  void restored(int id, Object object) {
    if (read.size > 0) {
      Integer hash = read.get(id);
      if (hash != null) {
        IdentityHash.set(object, hash);
      }
    }
  }
}
