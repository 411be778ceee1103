package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import io.leverage.continuation.MobileEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which maps the entries of a graph are part of. It is written behind the graph: an entry doesn't
 * know its map, but the map knows its entries, and may be met later than they are.
 */
final class EntryOwners {
  private final List<Map.Entry<?, ?>> written = new ArrayList<>();
  private final List<Map<?, ?>> maps = new ArrayList<>();
  private final List<MobileEntry> entries = new ArrayList<>();
  private final IdentityHashMap<Object, IdentityHashMap<Object, MobileEntry>> byOwner =
      new IdentityHashMap<>();

  void clear() {
    written.clear();
    maps.clear();
    entries.clear();
    byOwner.clear();
  }

  void wrote(Map.Entry<?, ?> entry) {
    written.add(entry);
  }

  void wrote(Map<?, ?> map) {
    maps.add(map);
  }

  void read(MobileEntry entry) {
    entries.add(entry);
  }

  /** Writes the values of the entries, and then of each the map that it is in, or null. */
  void write(GraphKryo kryo, Output output) {
    for (int i = 0; i < written.size(); i++) { // values may lead to more entries
      kryo.at().enter("value of an entry");
      kryo.writeClassAndObject(output, written.get(i).getValue());
      kryo.at().leave();
    }
    IdentityHashMap<Object, Object> owners = owners();
    for (Map.Entry<?, ?> entry : written) {
      kryo.writeClassAndObject(output, owners.get(own(entry)));
    }
  }

  private IdentityHashMap<Object, Object> owners() {
    IdentityHashMap<Object, Object> owners = new IdentityHashMap<>();
    if (written.isEmpty()) {
      return owners;
    }
    Set<Object> sought = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Map.Entry<?, ?> entry : written) {
      sought.add(own(entry));
      if (entry instanceof MobileEntry mobile && mobile.source() != null) {
        owners.put(own(entry), mobile.source());
      }
    }
    owners.keySet().removeIf(own -> EntrySerializer.isNode(own.getClass()));
    for (Map<?, ?> map : maps) {
      for (Map.Entry<?, ?> each : map.entrySet()) {
        if (sought.contains(each)) {
          owners.put(each, map);
        }
      }
    }
    return owners;
  }

  private static Object own(Map.Entry<?, ?> entry) {
    return entry instanceof MobileEntry mobile && mobile.own() != null ? mobile.own() : entry;
  }

  /** Reads what {@link #write} wrote. */
  void read(GraphKryo kryo, Input input) {
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).setValue(kryo.readClassAndObject(input));
    }
    for (MobileEntry entry : entries) {
      Object owner = kryo.readClassAndObject(input);
      if (owner instanceof Map<?, ?> || owner instanceof Set<?>) {
        byOwner.computeIfAbsent(owner, each -> new IdentityHashMap<>()).put(key(entry), entry);
      } else if (owner != null) {
        throw new RefusedException("corrupt checkpoint: an entry of what is no map.");
      }
    }
  }

  @SuppressWarnings("NullAway") // identity maps may have a null key
  private static Object key(MobileEntry entry) {
    return entry.getKey();
  }

  /** Finds the maps' own entries, once the maps are filled. */
  void bind() {
    byOwner.forEach(MobileEntry::bind);
  }
}
