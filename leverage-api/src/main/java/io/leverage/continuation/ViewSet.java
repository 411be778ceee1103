package io.leverage.continuation;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeMap;

/** The keys or the entries of a map. */
final class ViewSet extends ViewCollection implements Set<Object> {
  private final Map<Object, Object> map;
  private final boolean entries;

  ViewSet(Map<Object, Object> map, boolean entries) {
    this.map = map;
    this.entries = entries;
  }

  @Override
  @SuppressWarnings("unchecked") // the user's code was checked with the map's types
  Set<Object> own() {
    return entries ? (Set<Object>) (Set<?>) map.entrySet() : map.keySet();
  }

  /** Tells whether these are entries that are no part of the map. */
  boolean entriesAreMadeAnew() {
    return entries
        && !(map instanceof HashMap || map instanceof TreeMap || map instanceof Hashtable);
  }

  @Override
  public Spliterator<Object> spliterator() {
    return own().spliterator();
  }
}
