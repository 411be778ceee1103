package io.leverage.peer.internal.global;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.global.GlobalRecord.Applied;
import io.leverage.peer.internal.global.GlobalRecord.Value;
import io.leverage.peer.internal.record.BlobStore;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.record.ThreadRecord;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.store.StateStore;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.GlobalSwapped;
import io.leverage.peer.internal.unit.UnitMessage.GlobalValue;
import io.leverage.peer.internal.unit.UnitMessage.ReadGlobal;
import io.leverage.peer.internal.unit.UnitMessage.SwapGlobal;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The global variable manager: synchronised access to global variables, from any peer.
 *
 * <p>A variable is one record in the store, changed by compare-and-set, so all updates have one
 * order. The record remembers the last operation of each writer with the value that it produced: a
 * writer that repeats an operation, because the answer was lost or because it was resumed from its
 * checkpoint on another peer, gets the first answer again (invariant I3).
 *
 * <p>A writer reads before it swaps, so the manager remembers the records that it read lately and
 * swaps them without reading again. Each write of a record is unique: a swap of one that is out of
 * date fails.
 */
public final class GlobalVariableManager {
  private static final int LARGEST_INLINE = 512;
  private static final int MANY_WRITERS = 256;
  private static final int ATTEMPTS = 1000;
  private static final int MOST_REMEMBERED = 64;

  private final StateStore store;
  private final BlobStore values;
  private final ThreadTable threads;
  private final SecureRandom nonces = new SecureRandom();
  private final Map<String, byte[]> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });

  /** Creates a manager. */
  public GlobalVariableManager(StateStore store, ThreadTable threads) {
    this.store = store;
    this.values = new BlobStore(store);
    this.threads = threads;
  }

  /**
   * Reads a variable.
   *
   * @throws UnreachableException if its value can't be read now
   */
  public GlobalValue read(ReadGlobal request) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      GlobalRecord present = load(StoreKeys.global(request.computer(), request.name()));
      Optional<GlobalValue> answer = value(request.computer(), request.name(), present);
      if (answer.isPresent()) {
        return answer.get();
      } // else the value was replaced since the record was read
    }
    throw busy(request.computer(), request.name());
  }

  /**
   * Replaces a variable's value if its version is the expected one.
   *
   * @return {@link GlobalSwapped}, or the present {@link GlobalValue} if the swap lost
   * @throws FencedException if the writer has gone on since this operation
   * @throws UnreachableException if it is unknown whether it was applied: try the very same again
   */
  public UnitMessage swap(SwapGlobal request) {
    if (request.number() < 1) {
      throw new RefusedException("operations are numbered from 1, not from " + request.number());
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<? extends UnitMessage> answer = attempt(request);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw busy(request.computer(), request.name());
  }

  private Optional<? extends UnitMessage> attempt(SwapGlobal request) {
    String key = StoreKeys.global(request.computer(), request.name());
    String prefix = StoreKeys.globalValues(request.computer(), request.name());
    byte[] bytes = remembered.remove(key);
    if (bytes == null || GlobalRecord.read(bytes).version() != request.expectedVersion()) {
      bytes = read(key);
    }
    GlobalRecord present = bytes == null ? GlobalRecord.UNWRITTEN : GlobalRecord.read(bytes);
    Applied last = present.writers().get(request.writer());
    if (last != null && last.number() >= request.number()) {
      return firstAnswer(request, prefix, last);
    }
    if (present.version() != request.expectedVersion()) {
      return value(request.computer(), request.name(), present);
    }
    Value next = place(prefix, request.bytes());
    GlobalRecord after =
        pruned(present, request.writer())
            .with(request.writer(), request.number(), next, newVersion());
    byte[] update = after.write(bytes, nonces.nextLong());
    if (!store.compareAndSet(key, bytes, update)) {
      remembered.remove(key);
      if (!next.name().isEmpty()) {
        values.remove(prefix, next.name());
      }
      return Optional.empty();
    }
    remembered.put(key, update);
    Set<String> superfluous = new HashSet<>(present.referred());
    superfluous.removeAll(after.referred());
    superfluous.forEach(name -> values.remove(prefix, name));
    return Optional.of(new GlobalSwapped(after.version(), request.bytes()));
  }

  private long newVersion() {
    long version = nonces.nextLong();
    return version == GlobalRecord.UNWRITTEN.version() ? newVersion() : version;
  }

  private Optional<UnitMessage> firstAnswer(SwapGlobal request, String prefix, Applied last) {
    if (last.number() > request.number()) {
      throw new FencedException(
          String.format(
              Locale.ROOT,
              "operation %d of %s on %s is over: it has done number %d since",
              request.number(),
              request.writer(),
              request.name(),
              last.number()));
    }
    return content(prefix, last.value()).map(bytes -> new GlobalSwapped(last.version(), bytes));
  }

  private Optional<GlobalValue> value(String computer, String name, GlobalRecord present) {
    Value value = present.value();
    return value == null
        ? Optional.of(new GlobalValue(present.version(), null))
        : content(StoreKeys.globalValues(computer, name), value)
            .map(bytes -> new GlobalValue(present.version(), bytes));
  }

  private Optional<byte[]> content(String prefix, Value value) {
    byte[] inline = value.inline();
    return inline != null
        ? Optional.of(inline)
        : values
            .get(prefix, value.name())
            .map(content -> Arrays.copyOfRange(content, Long.BYTES, content.length));
  }

  /**
   * Places a value. Large ones lie beside the record, each made unique by a nonce: so whoever
   * removes a superfluous one removes no other's.
   */
  private Value place(String prefix, byte[] value) {
    if (value.length <= LARGEST_INLINE) {
      return new Value(value, "");
    }
    byte[] unique =
        ByteBuffer.allocate(Long.BYTES + value.length)
            .putLong(nonces.nextLong())
            .put(value)
            .array();
    return new Value(null, values.put(prefix, unique));
  }

  /** A thread that is over repeats nothing; forget its operation when there are many. */
  private GlobalRecord pruned(GlobalRecord present, String writer) {
    if (present.writers().size() < MANY_WRITERS) {
      return present;
    }
    Set<String> over = new HashSet<>();
    for (String other : present.writers().keySet()) {
      if (!other.equals(writer)
          && other.indexOf('/') > 0
          && threads.find(other).filter(ThreadRecord::over).isPresent()) {
        over.add(other);
      }
    }
    return present.without(over);
  }

  private static UnreachableException busy(String computer, String name) {
    return new UnreachableException(
        String.format(
            Locale.ROOT,
            "global %s of %s could not be read in %d attempts: try again",
            name,
            computer,
            ATTEMPTS));
  }

  private GlobalRecord load(String key) {
    byte[] bytes = read(key);
    return bytes == null ? GlobalRecord.UNWRITTEN : GlobalRecord.read(bytes);
  }

  private byte @Nullable [] read(String key) {
    byte[] bytes = store.get(key);
    if (bytes != null) {
      remembered.put(key, bytes);
    }
    return bytes;
  }
}
