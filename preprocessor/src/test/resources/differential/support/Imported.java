package support;

/** Static methods that are imported by name. */
public class Imported {
  public static String described(Object value, int times) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < times; i++) {
      text.append(value).append(recursive(i));
    }
    return text.toString();
  }

  public static int recursive(int depth) {
    return depth <= 0 ? 0 : 1 + recursive(depth - 1);
  }
}
