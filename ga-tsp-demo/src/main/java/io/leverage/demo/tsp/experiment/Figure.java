package io.leverage.demo.tsp.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The paper's Figure 4: speed-ups over problem sizes, a line for each setup, with its maximum
 * dashed. Also the same as a table and as CSV. Values are medians over the repetitions.
 */
public final class Figure {
  private static final List<String> COLOURS =
      List.of("#1b6ca8", "#d98b2b", "#b5482e", "#4c8c4a", "#7a6a9c");
  private static final int LEFT = 60;
  private static final int RIGHT = 560;
  private static final int TOP = 30;
  private static final int BASE = 330;

  private final List<Measurement> all;

  /** Creates the figure of some measurements. */
  public Figure(List<Measurement> all) {
    this.all = List.copyOf(all);
  }

  /** Gets the median of a value over the repetitions of a setup with a problem. */
  public double median(int machines, long size, ToDoubleFunction<Measurement> value) {
    double[] values =
        all.stream()
            .filter(m -> m.machines() == machines && m.size() == size)
            .mapToDouble(value)
            .sorted()
            .toArray();
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  private List<Integer> setups() {
    return all.stream().map(Measurement::machines).distinct().sorted().toList();
  }

  private List<Long> sizes(int machines) {
    return all.stream()
        .filter(m -> m.machines() == machines)
        .map(Measurement::size)
        .distinct()
        .sorted()
        .toList();
  }

  /** Gets every repetition as a line of CSV. */
  public String csv() {
    StringBuilder csv = new StringBuilder("machines,size,rate,rates,speedup,maximum,efficiency\n");
    for (Measurement m : all) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%d,%.3f,%s,%.4f,%.4f,%.4f%n",
              m.machines(),
              m.size(),
              m.rate(),
              m.rates().stream()
                  .map(rate -> String.format(Locale.ROOT, "%.3f", rate))
                  .reduce((a, b) -> a + ";" + b)
                  .orElse(""),
              m.speedup(),
              m.maximumSpeedup(),
              m.efficiency()));
    }
    return csv.toString();
  }

  /** Gets a table in Markdown. */
  public String table() {
    StringBuilder table =
        new StringBuilder(
            """
            | machines | size | speed-up | maximum | efficiency | the paper's |
            |---:|---:|---:|---:|---:|---:|
            """);
    for (int machines : setups()) {
      for (long size : sizes(machines)) {
        boolean largest = size == sizes(machines).get(sizes(machines).size() - 1);
        table.append(
            String.format(
                Locale.ROOT,
                "| %d | %,d | %.2f | %.2f | %.1f %% | %s |%n",
                machines,
                size,
                median(machines, size, Measurement::speedup),
                median(machines, size, Measurement::maximumSpeedup),
                100 * median(machines, size, Measurement::efficiency),
                largest ? papers(machines) : ""));
      }
    }
    return table.toString();
  }

  private static String papers(int machines) {
    return switch (machines) {
      case 2 -> "95.7 %";
      case 3 -> "94.2 %";
      case 4 -> "93.0 %";
      default -> "";
    };
  }

  /** Draws it. Sizes are drawn at equal distances, as each is a multiple of the one before. */
  public String svg() {
    double most = 1.1 * all.stream().mapToDouble(Measurement::maximumSpeedup).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 400\""
            + " font-family=\"sans-serif\" font-size=\"12\">");
    line(svg, "<rect width=\"760\" height=\"400\" fill=\"white\"/>");
    for (double mark = 0; mark <= most; mark += most > 4 ? 1 : 0.5) {
      line(
          svg,
          "<path d=\"M%d %.1fH%d\" stroke=\"#dddddd\"/><text x=\"%d\" y=\"%.1f\">%.1f</text>",
          LEFT,
          y(mark, most),
          RIGHT,
          LEFT - 30,
          y(mark, most) + 4,
          mark);
    }
    line(svg, "<text x=\"%d\" y=\"18\">speed-up</text>", LEFT - 30);
    line(svg, "<text x=\"%d\" y=\"385\">problem size, generations per machine</text>", LEFT + 130);
    for (int i = 0; i < setups().size(); i++) {
      draw(svg, i, most);
    }
    return svg.append("</svg>\n").toString();
  }

  private void draw(StringBuilder svg, int setup, double most) {
    int machines = setups().get(setup);
    List<Long> sizes = sizes(machines);
    String colour = COLOURS.get(setup % COLOURS.size());
    double maximum = median(machines, sizes.get(sizes.size() - 1), Measurement::maximumSpeedup);
    line(
        svg,
        "<path d=\"M%d %.1fH%d\" stroke=\"%s\" stroke-dasharray=\"6 4\"/>",
        LEFT,
        y(maximum, most),
        RIGHT,
        colour);
    List<String> points = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      double x = LEFT + (RIGHT - LEFT) * (i + 1.0) / (sizes.size() + 1);
      double y = y(median(machines, sizes.get(i), Measurement::speedup), most);
      points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
      line(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x, y, colour);
      if (setup == 0) {
        line(
            svg,
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>",
            x,
            BASE + 20,
            sizes.get(i) / machines);
      }
    }
    line(
        svg,
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
        String.join(" ", points),
        colour);
    line(
        svg,
        "<text x=\"%d\" y=\"%d\" fill=\"%s\">%d machines (%.2f)</text>",
        RIGHT + 15,
        TOP + 20 + 20 * setup,
        colour,
        machines,
        maximum);
  }

  private static double y(double value, double most) {
    return BASE - (BASE - TOP) * value / most;
  }

  private static void line(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
