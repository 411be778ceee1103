package io.leverage.peer.cli;

import java.util.Locale;

/** Durations and sizes as people say them. */
final class Quantity {
  private Quantity() {}

  static String seconds(double seconds) {
    if (seconds < 0) {
      return "-";
    }
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = (long) seconds;
    return whole < 3600
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
  }

  static String speed(double speed) {
    return speed == 0 ? "?" : String.format(Locale.ROOT, "%.2f", speed);
  }

  static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    double kibi = bytes / 1024.0;
    return kibi < 1024
        ? String.format(Locale.ROOT, "%.1f KiB", kibi)
        : String.format(Locale.ROOT, "%.1f MiB", kibi / 1024);
  }
}
