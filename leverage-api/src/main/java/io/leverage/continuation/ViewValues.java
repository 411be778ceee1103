package io.leverage.continuation;

import java.util.Collection;
import java.util.Map;

/** The values of a map. */
final class ViewValues extends ViewCollection {
  private final Map<Object, Object> map;

  ViewValues(Map<Object, Object> map) {
    this.map = map;
  }

  @Override
  Collection<Object> own() {
    return map.values();
  }
}
