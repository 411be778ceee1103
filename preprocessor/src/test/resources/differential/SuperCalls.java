import java.util.function.Supplier;

/** Calls of super from frames that may be pinned: never to the object's own class. */
public class SuperCalls {
  static int step(int n) {
    int s = 0;
    for (int i = 0; i < n; i++) {
      s += i;
      System.out.println("s" + i);
    }
    return s;
  }

  enum Kind {
    PLAIN,
    HEAVY {
      @Override
      int weight() {
        return 5 + super.weight();
      }
    };

    int weight() {
      return step(2) + ordinal();
    }
  }

  interface Greeter {
    default String greet(String who) {
      step(1);
      return "hello " + who;
    }
  }

  static class Base implements Greeter {
    int n;

    int size() {
      return step(3) + n;
    }

    @Override
    public String greet(String who) {
      return Greeter.super.greet(who) + "!";
    }
  }

  static class Child extends Base {
    final int before;

    Child() {
      n = 10;
      before = super.size();
    }

    @Override
    int size() {
      Supplier<Integer> above = () -> super.size() + 100;
      step(1);
      return above.get() + super.size();
    }

    @Override
    public String greet(String who) {
      Supplier<String> s = () -> super.greet(who + who);
      step(1);
      return s.get();
    }
  }

  public static void main(String[] args) {
    for (Kind k : Kind.values()) System.out.println(k.weight());
    Child c = new Child();
    System.out.println(c.before + " " + c.size() + c.greet("you"));
    Base b =
        new Base() {
          @Override
          int size() {
            return super.size() * 2;
          }
        };
    System.out.println(b.size() + b.greet("all"));
  }
}
