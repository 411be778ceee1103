package io.leverage.continuation;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a map that a loop over the map's entries was captured with. It finds the map's own
 * entry by its key; so a value that is set through it reaches the map.
 */
final class IteratedEntry implements Map.Entry<Object, Object> {
  private final Object source;
  private final @Nullable Object key;
  private @Nullable Object value;

  IteratedEntry(Object source, @Nullable Object key, @Nullable Object value) {
    this.source = source;
    this.key = key;
    this.value = value;
  }

  private Map.@Nullable Entry<?, ?> own() {
    Set<?> entries = source instanceof Map<?, ?> map ? map.entrySet() : (Set<?>) source;
    for (Object each : entries) {
      if (each instanceof Map.Entry<?, ?> entry && Objects.equals(entry.getKey(), key)) {
        return entry;
      }
    }
    return null; // removed meanwhile
  }

  @Override
  @SuppressWarnings("NullAway") // a map may have a null key
  public Object getKey() {
    return key;
  }

  @Override
  @SuppressWarnings("NullAway") // a map may have a null value
  public Object getValue() {
    Map.Entry<?, ?> own = own();
    if (own != null) {
      value = own.getValue();
    }
    return value;
  }

  @Override
  @SuppressWarnings({"NullAway", "unchecked"}) // the user's code was checked with the map's types
  public Object setValue(Object next) {
    Object old = getValue();
    Map.Entry<?, ?> own = own();
    if (own != null) {
      ((Map.Entry<Object, Object>) own).setValue(next);
    }
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
