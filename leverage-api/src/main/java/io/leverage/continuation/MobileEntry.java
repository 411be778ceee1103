package io.leverage.continuation;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a map that came along with a captured stack. It stands for the map's own entry, so a
 * value that is set through it reaches the map; or for itself, if it is in no map any more.
 */
public final class MobileEntry implements Map.Entry<Object, Object> {
  private final @Nullable Object key;
  private @Nullable Object value;
  private @Nullable Object source;
  private Map.@Nullable Entry<Object, Object> own;

  /**
   * Creates an entry that isn't in a map.
   *
   * @param key its key
   * @param value its value
   */
  public MobileEntry(@Nullable Object key, @Nullable Object value) {
    this.key = key;
    this.value = value;
  }

  @SuppressWarnings("unchecked") // the user's code was checked with the map's types
  MobileEntry(@Nullable Object source, Map.Entry<?, ?> own) {
    this(own.getKey(), own.getValue());
    this.source = source;
    this.own = (Map.Entry<Object, Object>) own;
  }

  /** Gets the map or its entry set, where the map's own entry doesn't tell. */
  public @Nullable Object source() {
    return source;
  }

  /** Gets the map's own entry. */
  public Map.@Nullable Entry<Object, Object> own() {
    return own;
  }

  /**
   * Finds the own entries of restored entries.
   *
   * @param map a map or its entry set
   * @param entries the restored entries of this map, by their keys' identity
   */
  @SuppressWarnings("unchecked") // the user's code was checked with the map's types
  public static void bind(Object map, IdentityHashMap<Object, MobileEntry> entries) {
    for (Object each : Entries.of(map)) {
      if (each instanceof Map.Entry<?, ?> found) {
        MobileEntry entry = entries.get(found.getKey());
        if (entry != null) {
          entry.own = (Map.Entry<Object, Object>) found;
          entry.source = map;
        }
      }
    }
  }

  @Override
  @SuppressWarnings("NullAway") // a map may have a null key
  public Object getKey() {
    return key;
  }

  @Override
  @SuppressWarnings("NullAway") // a map may have a null value
  public Object getValue() {
    return own == null ? value : own.getValue();
  }

  @Override
  @SuppressWarnings("NullAway") // a map may have a null value
  public Object setValue(Object next) {
    if (own != null) {
      return own.setValue(next);
    }
    Object old = value;
    value = next;
    return old;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Map.Entry<?, ?> entry
        && Objects.equals(key, entry.getKey())
        && Objects.equals(getValue(), entry.getValue());
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(key) ^ Objects.hashCode(getValue());
  }

  @Override
  public String toString() {
    return key + "=" + getValue();
  }
}
