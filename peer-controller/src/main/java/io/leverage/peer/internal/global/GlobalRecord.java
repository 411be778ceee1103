package io.leverage.peer.internal.global;

import io.leverage.peer.internal.record.RecordInput;
import io.leverage.peer.internal.record.RecordOutput;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds of a global variable.
 *
 * @param version names this state of it, and no other one: two histories, of which one is lost when
 *     the sides of a split meet, may have as many updates; 0 if it was never written
 * @param value its value; null if it was never written
 * @param writers the last operation of each writer, so that none is applied twice
 */
record GlobalRecord(long version, @Nullable Value value, Map<String, Applied> writers) {
  private static final int FORMAT = 1;

  static final GlobalRecord UNWRITTEN = new GlobalRecord(0, null, Map.of());

  /**
   * A value: small ones lie in the record, large ones beside it.
   *
   * @param inline the value; null if it lies beside the record
   * @param name the name under which it lies beside the record; empty if it doesn't
   */
  @SuppressWarnings("ArrayRecordComponent") // user data: nobody compares them
  record Value(byte @Nullable [] inline, String name) {}

  /**
   * An operation that was applied.
   *
   * @param number its number in its writer's history
   * @param version that it produced
   * @param value that it produced
   */
  record Applied(long number, long version, Value value) {}

  /** The variable after one more operation, which makes a version of its own of it. */
  GlobalRecord with(String writer, long number, Value next, long newVersion) {
    Map<String, Applied> all = new HashMap<>(writers);
    all.put(writer, new Applied(number, newVersion, next));
    return new GlobalRecord(newVersion, next, all);
  }

  /** The variable without the operations of writers that will write no more. */
  GlobalRecord without(Set<String> over) {
    Map<String, Applied> rest = new HashMap<>(writers);
    rest.keySet().removeAll(over);
    return new GlobalRecord(version, value, rest);
  }

  /** The names of the values beside the record that it refers to. */
  Set<String> referred() {
    Set<String> names = new HashSet<>();
    if (value != null) {
      names.add(value.name());
    }
    writers.values().forEach(applied -> names.add(applied.value().name()));
    names.remove("");
    return names;
  }

  byte[] write(byte @Nullable [] before, long nonce) {
    RecordOutput out = RecordOutput.changing(FORMAT, before, nonce).number(version);
    out.flag(value != null);
    if (value != null) {
      write(out, value);
    }
    return out.list(
            List.copyOf(writers.entrySet()),
            (to, entry) -> {
              to.text(entry.getKey())
                  .number(entry.getValue().number())
                  .number(entry.getValue().version());
              write(to, entry.getValue().value());
            })
        .toBytes();
  }

  static GlobalRecord read(byte[] bytes) {
    RecordInput in = new RecordInput(bytes, FORMAT, "global variable").skipRevision();
    long version = in.number();
    Value value = in.flag() ? readValue(in) : null;
    Map<String, Applied> writers = new HashMap<>();
    for (long left = in.number(); left > 0; left--) {
      writers.put(in.text(), new Applied(in.number(), in.number(), readValue(in)));
    }
    return new GlobalRecord(version, value, writers);
  }

  private static void write(RecordOutput out, Value value) {
    out.bytes(value.inline()).text(value.name());
  }

  private static Value readValue(RecordInput in) {
    return new Value(in.bytes(), in.text());
  }
}
