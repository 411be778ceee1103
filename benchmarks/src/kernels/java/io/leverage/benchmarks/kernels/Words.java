package io.leverage.benchmarks.kernels;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Counts the words of a text: characters, strings and a hash map. */
public final class Words extends Kernel {
  private static final String TEXT = text();

  private static String text() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      int length = 1 + random.nextInt(5);
      for (int j = 0; j < length; j++) {
        text.append((char) ('a' + random.nextInt(4)));
      }
      text.append(i % 12 == 0 ? ".\n" : " ");
    }
    return text.toString();
  }

  @Override
  public long expected() {
    return 26740544L;
  }

  @Override
  public Long call() {
    long sum = 0;
    for (int round = 0; round < rounds(2); round++) {
      Map<String, Integer> counts = count(TEXT);
      int most = 0;
      for (Map.Entry<String, Integer> entry : counts.entrySet()) {
        if (entry.getKey().length() > 1) {
          most = Math.max(most, entry.getValue());
        }
      }
      sum += counts.size() * 10_000L + most;
    }
    return sum;
  }

  private static Map<String, Integer> count(String text) {
    Map<String, Integer> counts = new HashMap<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isLetter(text.charAt(i))) {
        if (i > start) {
          counts.merge(text.substring(start, i), 1, Integer::sum);
        }
        start = i + 1;
      }
    }
    return counts;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
