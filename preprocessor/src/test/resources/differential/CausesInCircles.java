import io.leverage.Checkpointable;
import java.lang.reflect.InvocationTargetException;

/** Exceptions that caused each other, that keep a cause of their own, and that have none yet. */
public final class CausesInCircles {
  static final class Own extends Exception {
    private static final long serialVersionUID = 1;
    private final String text;
    private Throwable cause;

    Own(String text) {
      super(text);
      this.text = text;
    }

    @Override
    public synchronized Throwable getCause() {
      return cause;
    }
  }

  static final class Both extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Throwable same;

    Both(Throwable cause) {
      super(cause);
      same = cause;
    }
  }

  static final class Target extends InvocationTargetException {
    private static final long serialVersionUID = 1;
    private final Throwable same;

    Target(Throwable target) {
      super(target);
      same = target;
    }
  }

  @Checkpointable
  public static void main(String[] args) {
    Own first = new Own("first");
    Own second = new Own("second");
    first.cause = second;
    second.cause = first;
    Exception third = new Exception("third");
    Exception fourth = new IllegalStateException(third);
    third.initCause(fourth);
    Exception open = new Exception("open");
    Exception none = new Exception("none", null);
    Both both = new Both(open);
    Target target = new Target(both);
    T.p("made");
    System.out.println(first.getMessage() + first.text + (first.getCause() == second));
    System.out.println((second.getCause() == first) + second.getMessage());
    System.out.println((third.getCause() == fourth) + " " + (fourth.getCause() == third));
    System.out.println((both.getCause() == open) + " " + (both.same == open) + both.getMessage());
    System.out.println((target.getCause() == both) + " " + (target.same == both));
    System.out.println((open.getCause() == null) + " " + (none.getCause() == null));
    open.initCause(none);
    System.out.println(open.getCause() == none);
    for (Throwable each : new Throwable[] {open, none, target}) {
      try {
        each.initCause(second);
        System.out.println("caused");
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage().length() > 0);
      }
    }
  }
}
