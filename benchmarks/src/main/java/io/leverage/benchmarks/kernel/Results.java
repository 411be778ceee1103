package io.leverage.benchmarks.kernel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was measured: by kernel and compilation, each fork's values round by round. */
public final class Results {
  private static final double MILLION = 1e6;

  private final Map<String, Map<Compilation, List<List<Double>>>> forks = new LinkedHashMap<>();

  /** Adds a fork: for each round the nanoseconds of each compilation, the plain one first. */
  public void add(String kernel, List<Compilation> compilations, List<List<Long>> rounds) {
    Map<Compilation, List<List<Double>>> known =
        forks.computeIfAbsent(kernel, key -> new EnumMap<>(Compilation.class));
    for (int i = 0; i < compilations.size(); i++) {
      List<Double> values = new ArrayList<>();
      for (List<Long> round : rounds) {
        values.add(round.get(i) / (i == 0 ? MILLION : round.get(0)));
      }
      known.computeIfAbsent(compilations.get(i), key -> new ArrayList<>()).add(values);
    }
  }

  /** The kernels, in order. */
  public List<String> kernels() {
    return List.copyOf(forks.keySet());
  }

  /** The compilations that any kernel has, in order. */
  public Set<Compilation> compilations() {
    Set<Compilation> all = EnumSet.noneOf(Compilation.class);
    forks.values().forEach(each -> all.addAll(each.keySet()));
    return all;
  }

  /** A kernel's ratio to plain; of the plain compilation, milliseconds. */
  public Optional<Ratio> ratio(String kernel, Compilation compilation) {
    return Optional.ofNullable(forks.getOrDefault(kernel, Map.of()).get(compilation))
        .map(Ratio::of);
  }

  /** All ratios of a compilation. */
  public List<Ratio> ratios(Compilation compilation) {
    return kernels().stream().flatMap(kernel -> ratio(kernel, compilation).stream()).toList();
  }

  /** A table in Markdown, with the geometric mean and the worst of each column. */
  public String table() {
    StringBuilder table = new StringBuilder("| kernel |");
    StringBuilder rule = new StringBuilder("|---|");
    for (Compilation compilation : compilations()) {
      table.append(' ').append(compilation.name().toLowerCase(Locale.ROOT));
      table.append(compilation == Compilation.PLAIN ? ", ms |" : " |");
      rule.append("---:|");
    }
    table.append('\n').append(rule).append('\n');
    for (String kernel : kernels()) {
      table.append("| ").append(kernel).append(" |");
      for (Compilation compilation : compilations()) {
        table.append(ratio(kernel, compilation).map(Results::cell).orElse(" - |"));
      }
      table.append('\n');
    }
    StringBuilder mean = new StringBuilder("| geometric mean | |");
    StringBuilder worst = new StringBuilder("| worst | |");
    for (Compilation compilation : compilations()) {
      if (compilation != Compilation.PLAIN) {
        List<Ratio> all = ratios(compilation);
        mean.append(String.format(Locale.ROOT, " %.3f |", Ratio.mean(all)));
        worst.append(String.format(Locale.ROOT, " %.3f |", Ratio.worst(all)));
      }
    }
    return table.append(mean).append('\n').append(worst).append('\n').toString();
  }

  private static String cell(Ratio ratio) {
    return String.format(Locale.ROOT, " %.3f ± %.3f |", ratio.value(), ratio.error());
  }
}
