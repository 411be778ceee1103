import java.util.ArrayList;
import java.util.List;

/** Anonymous classes with state, initialisers, captured variables, inner classes, nesting. */
public class AnonymousClasses {
  interface Task {
    String run(int n);
  }

  abstract static class Base {
    final String name;
    int calls;

    Base(String name) {
      this.name = name + suffix();
    }

    String suffix() {
      return "!";
    }

    String work(int n) {
      StringBuilder text = new StringBuilder(name);
      for (int i = 0; i < n; i++) {
        calls++;
        text.append(step(i));
      }
      return text.toString();
    }

    abstract String step(int i);
  }

  private int field = 3;

  String inMethod(int start, String... words) {
    List<String> log = new ArrayList<>();
    int doubled = start * 2;
    Base base =
        new Base("b" + start) {
          private int own = doubled;
          private final List<Integer> seen = new ArrayList<>();

          {
            for (int i = 0; i < 2; i++) {
              seen.add(i + field);
            }
          }

          class Helper {
            int count;

            int help(int i) {
              for (int k = 0; k < i; k++) {
                count += k + own + field;
                own++;
              }
              return count;
            }
          }

          @Override
          String suffix() {
            return "?" + field;
          }

          @Override
          String step(int i) {
            Helper helper = new Helper();
            int h = helper.help(i);
            seen.add(h);
            log.add(words[i % words.length] + own);
            field++;
            return "[" + h + "," + own + "," + super.suffix() + "," + seen + "]";
          }
        };
    return base.work(4) + log + base.calls + base.name;
  }

  String nested(int n) {
    int a = n + 1;
    Task outer =
        new Task() {
          int state = a;

          @Override
          public String run(int m) {
            int b = m + a;
            Task inner =
                new Task() {
                  int deep = b + state;

                  @Override
                  public String run(int k) {
                    StringBuilder s = new StringBuilder();
                    int a = 100; // hides the captured one
                    for (int i = 0; i < k; i++) {
                      state++;
                      s.append(state + b * i + deep + a).append(',');
                    }
                    return s + toString();
                  }

                  @Override
                  public String toString() {
                    return "inner" + b;
                  }
                };
            StringBuilder s = new StringBuilder();
            for (int i = 0; i < 2; i++) {
              s.append(inner.run(m - i)).append(a).append(';');
            }
            return s.toString();
          }
        };
    return outer.run(3) + outer.run(2);
  }

  <T extends Comparable<T>> T best(List<T> list) {
    return new Object() {
      T found = list.get(0);

      T find() {
        for (T each : list) {
          found = larger(found, each);
        }
        return found;
      }

      private T larger(T x, T y) {
        int sign = 0;
        for (int i = 0; i < 2; i++) {
          sign = x.compareTo(y);
          Thread.onSpinWait();
        }
        return sign < 0 ? y : x;
      }
    }.find();
  }

  static Task chain(Task... tasks) {
    return new Task() {
      private int at;

      @Override
      public String run(int n) {
        if (at == tasks.length) {
          at = 0;
          return "end";
        }
        return tasks[at++].run(n) + " " + this.run(n + 1);
      }
    };
  }

  public static void main(String[] args) {
    Task named =
        new Task() {
          @Override
          public String run(int n) {
            String s = "";
            for (int i = 0; i < n; i++) {
              s += getClass().getName();
            }
            return s;
          }
        };
    System.out.println(named.getClass().getName() + " " + named.run(2));
    AnonymousClasses object = new AnonymousClasses();
    System.out.println(object.inMethod(2, "x", "yy", "zzz"));
    System.out.println(object.inMethod(5, "q"));
    System.out.println(object.nested(4));
    System.out.println(object.best(List.of(3, 9, 4)) + object.best(List.of("k", "a")));
    Task first =
        new Task() {
          @Override
          public String run(int n) {
            String s = "";
            for (int i = 0; i < n; i++) {
              s += "f" + i;
            }
            return s;
          }
        };
    Task chain = chain(first, new Task() {
      @Override
      public String run(int n) {
        return first.run(n) + "/" + n;
      }
    }, first);
    System.out.println(chain.run(1));
    System.out.println(chain.run(2));
  }
}
