import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Bigger uses of lambdas: parser combinators, continuation passing, an event loop, streams. */
public class LambdaMachines {
  record Result<T>(T value, int next) {}

  interface Parser<T> {
    Result<T> parse(String text, int at);

    default <U> Parser<U> map(Mapper<? super T, ? extends U> f) {
      return (text, at) -> {
        Result<T> r = parse(text, at);
        return r == null ? null : new Result<U>(f.map(r.value()), r.next());
      };
    }

    default <U> Parser<U> then(Mapper<? super T, Parser<U>> f) {
      return (text, at) -> {
        Result<T> r = parse(text, at);
        return r == null ? null : f.map(r.value()).parse(text, r.next());
      };
    }

    default Parser<T> or(Parser<T> other) {
      return (text, at) -> {
        Result<T> r = parse(text, at);
        return r != null ? r : other.parse(text, at);
      };
    }

    default Parser<List<T>> many() {
      return (text, at) -> {
        List<T> all = new ArrayList<>();
        int p = at;
        Result<T> r;
        while ((r = parse(text, p)) != null) {
          all.add(r.value());
          p = r.next();
        }
        return new Result<>(all, p);
      };
    }
  }

  interface Mapper<A, B> {
    B map(A a);
  }

  interface Lazy<T> {
    T get();
  }

  static Parser<Character> ch(char c) {
    return (text, at) ->
        at < text.length() && text.charAt(at) == c ? new Result<>(c, at + 1) : null;
  }

  static Parser<Integer> digit() {
    return (text, at) ->
        at < text.length() && Character.isDigit(text.charAt(at))
            ? new Result<>(text.charAt(at) - '0', at + 1)
            : null;
  }

  static Parser<Integer> number() {
    return digit()
        .then(
            first ->
                digit()
                    .many()
                    .map(
                        rest -> {
                          int n = first;
                          for (int d : rest) {
                            n = n * 10 + d;
                          }
                          return n;
                        }));
  }

  static <T> Parser<T> lazy(Lazy<Parser<T>> p) {
    return (text, at) -> p.get().parse(text, at);
  }

  static Parser<Integer> sum() {
    return product()
        .then(
            left ->
                ch('+').<Integer>then(plus -> sum().map(right -> left + right))
                    .or((text, at) -> new Result<>(left, at)));
  }

  static Parser<Integer> product() {
    return atom()
        .then(
            left ->
                ch('*').<Integer>then(times -> product().map(right -> left * right))
                    .or((text, at) -> new Result<>(left, at)));
  }

  static Parser<Integer> atom() {
    return number()
        .or(ch('(').then(open -> lazy(LambdaMachines::sum).then(v -> ch(')').map(close -> v))));
  }

  // continuation passing
  interface Cont<T> {
    Step go(T value);
  }

  interface Step {
    Step next();
  }

  static Step fibCps(int n, Cont<Integer> k) {
    if (n < 2) {
      return () -> k.go(n);
    }
    return () -> fibCps(n - 1, a -> fibCps(n - 2, b -> k.go(a + b)));
  }

  static int trampoline(Mapper<Cont<Integer>, Step> start) {
    int[] result = {-1};
    Step step = start.map(v -> {
      result[0] = v;
      return null;
    });
    int steps = 0;
    while (step != null) {
      step = step.next();
      steps++;
    }
    return result[0] * 10000 + steps;
  }

  // an event loop
  static class Loop {
    interface Handler<E> {
      void on(E event, Loop loop);
    }

    private final Map<String, List<Handler<String>>> handlers = new HashMap<>();
    private final Deque<Lazy<Boolean>> queue = new ArrayDeque<>();
    final StringBuilder trace = new StringBuilder();

    void listen(String topic, Handler<String> handler) {
      handlers.computeIfAbsent(topic, key -> new ArrayList<>()).add(handler);
    }

    void emit(String topic, String payload) {
      queue.add(
          () -> {
            boolean any = false;
            for (Handler<String> each : handlers.getOrDefault(topic, List.of())) {
              each.on(payload, this);
              any = true;
            }
            return any;
          });
    }

    int run() {
      int handled = 0;
      while (!queue.isEmpty()) {
        if (queue.remove().get()) {
          handled++;
        }
      }
      return handled;
    }
  }

  static Iterator<Integer> range(int from, int to, int step) {
    return new Iterator<>() {
      private int at = from;

      @Override
      public boolean hasNext() {
        return at < to;
      }

      @Override
      public Integer next() {
        int v = at;
        for (int i = 0; i < step; i++) {
          at++;
        }
        return v;
      }
    };
  }

  interface Command {
    void execute();

    default Command undo() {
      return () -> {};
    }
  }

  static class Editor {
    String text = "";
    final Deque<Command> undo = new ArrayDeque<>();

    void perform(Command c) {
      undo.push(c.undo());
      c.execute();
    }

    Command append(String s) {
      return new Command() {
        @Override
        public void execute() {
          for (char c : s.toCharArray()) {
            text += c;
          }
        }

        @Override
        public Command undo() {
          String before = text;
          return () -> {
            while (text.length() > before.length()) {
              text = text.substring(0, text.length() - 1);
            }
          };
        }
      };
    }
  }

  public static void main(String[] args) {
    for (String text : List.of("1+2*3", "(1+2)*3", "2*(3+4*(5+6))", "12+", "x")) {
      Result<Integer> r = sum().parse(text, 0);
      System.out.println(text + " = " + r);
    }
    System.out.println(trampoline(k -> fibCps(9, k)));
    Loop loop = new Loop();
    loop.listen(
        "tick",
        (payload, l) -> {
          int n = Integer.parseInt(payload);
          for (int i = 0; i < n; i++) {
            l.trace.append('t').append(n).append(i);
          }
          if (n > 0) {
            l.emit("tick", "" + (n - 1));
            l.emit(n % 2 == 0 ? "even" : "odd", payload);
          }
        });
    loop.listen("even", (payload, l) -> l.trace.append("e").append(payload));
    loop.emit("tick", "4");
    System.out.println(loop.run() + " " + loop.trace);
    int total = 0;
    for (Iterator<Integer> i = range(1, 20, 3); i.hasNext(); ) {
      total = total * 3 + i.next();
    }
    System.out.println(total);
    Editor editor = new Editor();
    editor.perform(editor.append("hello "));
    editor.perform(editor.append("world"));
    System.out.println(editor.text);
    while (!editor.undo.isEmpty()) {
      editor.undo.pop().execute();
      System.out.println("[" + editor.text + "]");
    }
  }
}
