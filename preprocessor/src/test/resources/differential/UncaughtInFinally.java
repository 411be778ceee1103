public class UncaughtInFinally {
  public static void main(String[] args) { try { T.i("a", 1); throw new RuntimeException("first"); } finally { for (int i = 0; i < 3; i++) T.i("i", i); } }
}
