import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Lambdas that lead back to themselves, by what they capture. */
public class LambdaCycles {
  interface Handler {
    void on(String event, int n);
  }

  private final List<Handler> handlers = new ArrayList<>();
  private final StringBuilder log = new StringBuilder();
  private int events;

  static int slow(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += i ^ n;
      Thread.onSpinWait();
    }
    return s;
  }

  void listen() {
    handlers.add((event, n) -> log.append(event).append(slow(n)).append(' '));
    handlers.add(
        (event, n) -> {
          events++;
          if (n > 1) {
            fire("again", n - 1);
          }
        });
    handlers.add(this::note);
  }

  void note(String event, int n) {
    for (int i = 0; i < n; i++) {
      log.append(event.charAt(i));
    }
  }

  void fire(String event, int n) {
    for (Handler each : handlers) {
      each.on(event, n);
    }
  }

  public static void main(String[] args) {
    LambdaCycles source = new LambdaCycles();
    source.listen();
    source.fire("begin", 3);
    System.out.println(source.log + " " + source.events);

    Map<String, Runnable> commands = new LinkedHashMap<>();
    int[] count = {0};
    commands.put("add", () -> count[0] += slow(5));
    commands.put(
        "loop",
        () -> {
          for (int i = 0; i < 3; i++) {
            commands.get("add").run();
          }
        });
    for (Map.Entry<String, Runnable> each : commands.entrySet()) {
      each.getValue().run();
      System.out.println(each.getKey() + count[0]);
    }

    IntUnaryOperator[] fib = {null};
    fib[0] = n -> n < 2 ? n : fib[0].applyAsInt(n - 1) + fib[0].applyAsInt(n - 2);
    IntUnaryOperator same = fib[0];
    System.out.println(same.applyAsInt(9) + " " + (same == fib[0]));

    List<Supplier<Object>> ring = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int k = i;
      long wide = i * 10_000_000_000L;
      double half = i / 2.0;
      boolean odd = i % 2 == 1;
      char letter = (char) ('a' + i);
      ring.add(() -> slow(k) + wide + half + (odd ? "odd" : "even") + letter + ring.size());
    }
    ring.add(() -> ring.get(0) == ring.get(0) && ring.get(3) != ring.get(0));
    for (Supplier<Object> each : ring) {
      System.out.println(each.get());
    }

    Map<Integer, Function<Integer, Integer>> memo = new HashMap<>();
    Function<Integer, Integer> self =
        n -> {
          Function<Integer, Integer> known = memo.get(n % 3);
          return n == 0 ? 1 : slow(n) + known.apply(n - 1);
        };
    memo.put(0, self);
    memo.put(1, x -> self.apply(x) + 1);
    memo.put(2, x -> self.apply(x) * 2);
    System.out.println(self.apply(8));

    Consumer<String> print = s -> System.out.println(s + slow(s.length()));
    Consumer<String> both =
        s -> {
          print.accept(s);
          count[0]++;
        };
    both.accept("both");
    List<Object> everything = new ArrayList<>(List.of(print, both, commands, ring, self));
    everything.add(everything);
    Runnable show = () -> System.out.println(everything.size() + slow(3) + " " + everything.contains(print));
    everything.add(show);
    for (int i = 0; i < 2; i++) {
      show.run();
      both.accept("x" + i);
    }
    System.out.println(count[0]);
  }
}
