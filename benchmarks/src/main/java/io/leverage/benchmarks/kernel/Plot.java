package io.leverage.benchmarks.kernel;

import java.util.List;
import java.util.Locale;

/** Draws the ratios as bars, a group for each kernel, in SVG. */
public final class Plot {
  private static final List<String> COLOURS =
      List.of("#000000", "#1b6ca8", "#7fb2d9", "#d98b2b", "#b5482e", "#7a6a9c");
  private static final int LEFT = 50;
  private static final int BASE = 330;
  private static final int TOP = 40;
  private static final int GROUP = 74;
  private static final double LARGEST = 3;

  private Plot() {}

  /** Draws what was measured on one JVM. Bars above three times plain are cut there. */
  public static String of(Results results, int jvm) {
    List<Compilation> shown =
        results.compilations().stream().filter(each -> each != Compilation.PLAIN).toList();
    double most =
        Math.min(
            LARGEST,
            Math.max(
                1.3,
                shown.stream().mapToDouble(c -> Ratio.worst(results.ratios(c))).max().orElse(1)));
    int width = LEFT + results.kernels().size() * GROUP + 20;
    StringBuilder svg = new StringBuilder();
    append(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d 380\""
            + " font-family=\"sans-serif\" font-size=\"12\">",
        width);
    append(svg, "<rect width=\"%d\" height=\"380\" fill=\"white\"/>", width);
    append(svg, "<text x=\"%d\" y=\"18\">CPU time / plain Java, JDK %d</text>", LEFT, jvm);
    for (double mark = 0; mark <= most; mark += most > 2 ? 0.5 : 0.25) {
      append(
          svg,
          "<path d=\"M%d %.1fH%d\" stroke=\"%s\"/><text x=\"%d\" y=\"%.1f\">%.2f</text>",
          LEFT,
          y(mark, most),
          width - 20,
          mark == 1 ? "#000000" : "#dddddd",
          LEFT - 40,
          y(mark, most) + 4,
          mark);
    }
    for (int i = 0; i < shown.size(); i++) {
      int x = LEFT + 220 + i * 110;
      append(
          svg,
          "<rect x=\"%d\" y=\"8\" width=\"12\" height=\"12\" fill=\"%s\"/>"
              + "<text x=\"%d\" y=\"18\">%s</text>",
          x,
          colour(shown.get(i)),
          x + 17,
          shown.get(i).name().toLowerCase(Locale.ROOT));
    }
    for (int group = 0; group < results.kernels().size(); group++) {
      String kernel = results.kernels().get(group);
      int x = LEFT + 8 + group * GROUP;
      append(svg, "<text x=\"%d\" y=\"%d\" font-size=\"11\">%s</text>", x, BASE + 18, kernel);
      int bar = (GROUP - 14) / Math.max(1, shown.size());
      for (int i = 0; i < shown.size(); i++) {
        Compilation compilation = shown.get(i);
        int left = x + i * bar;
        results
            .ratio(kernel, compilation)
            .ifPresent(
                ratio ->
                    append(
                        svg,
                        "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\"/>",
                        left,
                        y(ratio.value(), most),
                        bar - 1,
                        BASE - y(ratio.value(), most),
                        colour(compilation)));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static double y(double value, double most) {
    return BASE - (BASE - TOP) * Math.min(value, most) / most;
  }

  private static String colour(Compilation compilation) {
    return COLOURS.get(compilation.ordinal());
  }

  private static void append(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
