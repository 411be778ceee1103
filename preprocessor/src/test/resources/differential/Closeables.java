import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Resources whose close() takes long, fails, or both; in try-with-resources and by hand. */
public class Closeables {
  static class Log implements AutoCloseable {
    final String name;
    final boolean fails;

    Log(String name, boolean fails) {
      this.name = name;
      this.fails = fails;
    }

    @Override
    public void close() {
      for (int i = 0; i < 2; i++) {
        T.p("close " + name + i);
      }
      if (fails) {
        throw new IllegalStateException("close " + name);
      }
    }
  }

  static final class File implements Closeable {
    private final String name;
    private int buffered = 3;

    File(String name) {
      this.name = name;
    }

    @Override
    public void close() throws IOException {
      while (buffered > 0) {
        T.p("flush " + name + buffered--);
        if (name.equals("bad") && buffered == 1) {
          throw new IOException("disk full");
        }
      }
    }
  }

  /** Its close() throws nothing: another one's than the interface's. */
  interface Session extends AutoCloseable {
    String ask(String q);

    @Override
    void close();
  }

  static final class Remote implements Session {
    @Override
    public String ask(String q) {
      return T.s("ask", q + "!");
    }

    @Override
    public void close() {
      T.p("bye");
    }
  }

  static void closeAll(AutoCloseable... all) throws Exception {
    for (AutoCloseable each : all) {
      each.close();
    }
  }

  static <C extends Closeable> int use(C resource, boolean fail) throws IOException {
    try (resource) {
      T.p("use");
      if (fail) {
        throw new IllegalArgumentException("use");
      }
      return 1;
    } finally {
      T.p("used");
    }
  }

  static String sessions(int n) {
    for (int i = 0; ; i++) {
      try (Session s = new Remote()) {
        if (i < n) {
          continue;
        }
        return s.ask("q" + i);
      }
    }
  }

  static void show(Throwable t) {
    System.out.print(t.getClass().getSimpleName() + " " + t.getMessage());
    for (Throwable each : t.getSuppressed()) {
      System.out.print(" [" + each.getMessage() + "]");
    }
    System.out.println();
  }

  public static void main(String[] args) throws Exception {
    try (Log a = new Log("a", false);
        Log b = new Log("b", false)) {
      System.out.println("body " + a.name + b.name);
    }
    try (Log a = new Log("a", true);
        Log b = new Log("b", true)) {
      throw new UncheckedIOException("body", new IOException());
    } catch (RuntimeException e) {
      show(e);
    } finally {
      T.p("finally");
    }
    try (Log a = new Log("a", true);
        Log b = new Log("b", true);
        Log none = args.length > 3 ? new Log("none", false) : null) {
      System.out.println("quiet body");
    } catch (IllegalStateException e) {
      show(e);
    }
    System.out.println(use(new File("good"), false));
    try {
      use(new File("bad"), true);
    } catch (IllegalArgumentException e) {
      show(e);
    }
    try {
      use(new File("bad"), false);
    } catch (IOException e) {
      show(e);
    }
    System.out.println(sessions(2));
    closeAll(new File("x"), new Log("y", false), new Remote());
    try {
      closeAll(new File("bad"), new Log("never", false));
    } catch (IOException e) {
      show(e);
    }
    try (AutoCloseable any = new Log("any", true)) {
      System.out.println("any");
    } catch (Exception e) {
      show(e);
    }
  }
}
