package io.leverage.preprocessor.internal.analysis;

import io.leverage.preprocessor.UsageException;
import java.util.List;

/** The methods that the user wants left as they are: they run pinned. */
final class LeftAlone {
  private static final int ALL = -1;

  private record Place(String file, int line) {
    boolean isIn(Body body) {
      String path = body.file().path().toString().replace('\\', '/');
      return (path.equals(file) || path.endsWith("/" + file))
          && body.node()
              .getRange()
              .map(range -> line == ALL || (range.begin.line <= line && line <= range.end.line))
              .orElse(false);
    }
  }

  private final List<Place> places;

  private LeftAlone(List<Place> places) {
    this.places = places;
  }

  static LeftAlone of(List<String> places) {
    return new LeftAlone(places.stream().map(LeftAlone::place).toList());
  }

  private static Place place(String text) {
    int colon = text.lastIndexOf(':');
    if (text.endsWith(".java")) {
      return new Place(text.replace('\\', '/'), ALL);
    }
    try {
      return new Place(
          text.substring(0, Math.max(colon, 0)).replace('\\', '/'),
          Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new UsageException("'" + text + "' is no place of a method: give FILE:LINE, or FILE");
    }
  }

  boolean contains(Body body) {
    return places.stream().anyMatch(place -> place.isIn(body));
  }
}
