package io.leverage.demo.tsp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a TSPLIB file (Reinelt, 1991) whose distances are {@code EUC_2D}.
 *
 * <p>The header's {@code KEY : VALUE} lines come first, then {@code NODE_COORD_SECTION} with a line
 * {@code ID X Y} for each city, then {@code EOF}, which may be absent. Other keys are skipped.
 */
public final class TsplibParser {
  /** More cities than that need more memory than a checkpoint should have. */
  static final int MOST_CITIES = 100_000;

  private final String file;
  private final Map<Integer, Integer> lineOfId = new HashMap<>();
  private final List<double[]> points = new ArrayList<>();
  private @Nullable String name;
  private int dimension;
  private boolean euclidean;
  private int line;

  private TsplibParser(String file) {
    this.file = file;
  }

  /**
   * Parses a file.
   *
   * @param file its name, for messages
   * @param lines its lines
   * @param optimum the length of the shortest tour; 0 if it isn't known
   * @return the cities, in the file's order
   * @throws TsplibException at the first error
   */
  public static Cities parse(String file, List<String> lines, int optimum) throws TsplibException {
    return new TsplibParser(file).parse(lines, optimum);
  }

  private Cities parse(List<String> lines, int optimum) throws TsplibException {
    boolean inCoordinates = false;
    boolean ended = false;
    for (String raw : lines) {
      line++;
      String text = raw.strip();
      if (ended || text.isEmpty()) {
        continue;
      }
      if (text.equals("EOF")) {
        ended = true;
      } else if (inCoordinates && !Character.isLetter(text.charAt(0))) {
        city(text);
      } else if (inCoordinates) {
        throw error("expected 'ID X Y' or EOF, found '%s'", text);
      } else if (text.equals("NODE_COORD_SECTION")) {
        checkHeader();
        inCoordinates = true;
      } else {
        header(text);
      }
    }
    line = Math.max(line, 1);
    if (!inCoordinates) {
      throw error("no NODE_COORD_SECTION: is this a TSPLIB file with coordinates?");
    }
    if (points.size() != dimension) {
      throw error("DIMENSION says %d cities, found %d", dimension, points.size());
    }
    return cities(optimum);
  }

  private void header(String text) throws TsplibException {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw error("expected 'KEY : VALUE' or NODE_COORD_SECTION, found '%s'", text);
    }
    String key = text.substring(0, colon).strip().toUpperCase(Locale.ROOT);
    String value = text.substring(colon + 1).strip();
    switch (key) {
      case "NAME" -> name = value;
      case "DIMENSION" -> dimension = dimension(value);
      case "EDGE_WEIGHT_TYPE" -> {
        if (!value.equals("EUC_2D")) {
          throw error(
              "EDGE_WEIGHT_TYPE is '%s', only EUC_2D is supported: choose another instance", value);
        }
        euclidean = true;
      }
      case "TYPE" -> {
        if (!value.startsWith("TSP")) {
          throw error("TYPE is '%s', expected TSP: choose another instance", value);
        }
      }
      default -> {
        // COMMENT, DISPLAY_DATA_TYPE and others change nothing here
      }
    }
  }

  private int dimension(String value) throws TsplibException {
    try {
      int number = Integer.parseInt(value);
      if (number >= 3 && number <= MOST_CITIES) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw error("DIMENSION is '%s', expected an integer", value);
    }
    throw error("DIMENSION is %s, expected 3 to %d", value, MOST_CITIES);
  }

  private void checkHeader() throws TsplibException {
    if (dimension == 0) {
      throw error("DIMENSION is missing: add 'DIMENSION : N' above this line");
    }
    if (!euclidean) {
      throw error("EDGE_WEIGHT_TYPE is missing: add 'EDGE_WEIGHT_TYPE : EUC_2D' above this line");
    }
  }

  private void city(String text) throws TsplibException {
    String[] fields = text.split("\\s+", -1);
    if (fields.length != 3) {
      throw error("expected 'ID X Y', found '%s'", text);
    }
    int id;
    try {
      id = Integer.parseInt(fields[0]);
    } catch (NumberFormatException e) {
      throw error("the city's id is '%s', expected an integer", fields[0]);
    }
    Integer earlier = lineOfId.putIfAbsent(id, line);
    if (earlier != null) {
      throw error("city %d is given twice, first in line %d", id, earlier);
    }
    if (points.size() == dimension) {
      throw error("DIMENSION says %d cities, here is one more", dimension);
    }
    points.add(new double[] {coordinate(fields[1]), coordinate(fields[2])});
  }

  private double coordinate(String field) throws TsplibException {
    try {
      double value = Double.parseDouble(field);
      // Each distance must fit an int.
      if (Math.abs(value) <= 1e8 && Character.isDigit(field.charAt(field.length() - 1))) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw error("'%s' is not a number", field);
    }
    throw error("coordinate '%s' is not a number from -1e8 to 1e8", field);
  }

  private Cities cities(int optimum) {
    double[] x = new double[points.size()];
    double[] y = new double[points.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = points.get(i)[0];
      y[i] = points.get(i)[1];
    }
    return new Cities(name == null ? file : name, x, y, optimum);
  }

  private TsplibException error(String pattern, Object... values) {
    return new TsplibException(file, line, String.format(Locale.ROOT, pattern, values));
  }
}
