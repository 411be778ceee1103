import io.leverage.VirtualThread;

/** Values that say when they are computed; each is a safepoint. */
public class T {
  public static int i(String name, int v) { VirtualThread.checkpoint(); System.out.println(name + "=" + v); return v; }
  public static long l(String name, long v) { System.out.println(name + "=" + v); VirtualThread.checkpoint(); return v; }
  public static double d(String name, double v) { VirtualThread.checkpoint(); System.out.println(name + "=" + v); return v; }
  public static float f(String name, float v) { VirtualThread.checkpoint(); System.out.println(name + "=" + v); return v; }
  public static char c(String name, char v) { System.out.println(name + "=" + v); VirtualThread.checkpoint(); return v; }
  public static boolean b(String name, boolean v) { VirtualThread.checkpoint(); System.out.println(name + "=" + v); return v; }
  public static String s(String name, String v) { VirtualThread.checkpoint(); System.out.println(name + "=" + v); return v; }
  public static <X> X o(String name, X v) { VirtualThread.checkpoint(); System.out.println(name + "=" + v); return v; }
  public static void p(String name) { System.out.println(name); VirtualThread.checkpoint(); }

  /** Gives the lines of a stack trace that belong to a class. */
  public static String lines(Throwable t, String owner) {
    StringBuilder text = new StringBuilder();
    for (StackTraceElement e : t.getStackTrace()) {
      if (e.getClassName().equals(owner)) {
        text.append(e.getLineNumber()).append(' ');
      }
    }
    return text.toString();
  }
}
