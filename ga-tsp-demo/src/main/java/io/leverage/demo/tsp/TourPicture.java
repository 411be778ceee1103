package io.leverage.demo.tsp;

import java.util.Locale;

/** Draws a tour as an SVG picture. */
public final class TourPicture {
  private static final double SIDE = 800;
  private static final double MARGIN = 40;
  private static final double CAPTION = 60;

  private final Cities cities;
  private final double left;
  private final double bottom;
  private final double scale;
  private final double width;
  private final double height;

  /**
   * Creates the frame of a picture.
   *
   * @param cities what it shows
   */
  public TourPicture(Cities cities) {
    this.cities = cities;
    double minX = cities.x(0);
    double maxX = minX;
    double minY = cities.y(0);
    double maxY = minY;
    for (int i = 1; i < cities.size(); i++) {
      minX = Math.min(minX, cities.x(i));
      maxX = Math.max(maxX, cities.x(i));
      minY = Math.min(minY, cities.y(i));
      maxY = Math.max(maxY, cities.y(i));
    }
    double extent = Math.max(1e-9, Math.max(maxX - minX, maxY - minY));
    this.left = minX;
    this.bottom = minY;
    this.scale = SIDE / extent;
    this.width = Math.max(SIDE / 2, (maxX - minX) * scale) + 2 * MARGIN;
    this.height = (maxY - minY) * scale + 2 * MARGIN;
  }

  /**
   * Draws a tour.
   *
   * @param tour the tour
   * @return the picture, an SVG document
   */
  public String draw(Tour tour) {
    int[] order = tour.order();
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %.0f %.0f' role='img'>%n",
            width, height + CAPTION));
    svg.append(format("<title>%s</title>%n", escape(caption(tour))));
    svg.append("<rect width='100%' height='100%' fill='#fbfaf7'/>\n");
    svg.append("<path d='");
    for (int i = 0; i < order.length; i++) {
      svg.append(format("%s%.1f %.1f ", i == 0 ? "M" : "L", x(order[i]), y(order[i])));
    }
    svg.append(
        "Z' fill='#dbe7ee' fill-opacity='0.6' stroke='#1f5f7f' stroke-width='2.5'"
            + " stroke-linejoin='round'/>\n");
    double radius = Math.max(1.5, Math.min(5, 60 / Math.sqrt(order.length)));
    svg.append("<g fill='#c8502d' stroke='#fbfaf7' stroke-width='1'>\n");
    for (int city : order) {
      svg.append(format("<circle cx='%.1f' cy='%.1f' r='%.1f'/>%n", x(city), y(city), radius));
    }
    svg.append("</g>\n");
    svg.append(
        format(
            "<text x='%.0f' y='%.0f' font-family='sans-serif' font-size='22' fill='#333'>"
                + "%s</text>%n</svg>%n",
            MARGIN, height + CAPTION / 2, escape(caption(tour))));
    return svg.toString();
  }

  private String caption(Tour tour) {
    String gap = Gap.percent(tour.length(), cities.optimum());
    return cities
        + ": length "
        + tour.length()
        + (cities.optimum() == 0 ? "" : ", " + gap + " % above the optimum");
  }

  private double x(int city) {
    return MARGIN + (cities.x(city) - left) * scale;
  }

  /** SVG's y axis points down. */
  private double y(int city) {
    return height - MARGIN - (cities.y(city) - bottom) * scale;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
