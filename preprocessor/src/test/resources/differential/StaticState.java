public class StaticState {
  static int count; static final java.util.List<String> LOG = new java.util.ArrayList<>(); static java.util.Random rnd = new java.util.Random(42); static final int[] TABLE = new int[4]; static StaticState instance = new StaticState(); static final String CONST = "c" + 1;
  static class Lazy { static int v = init(); static int init() { System.out.println("lazy"); return 5; } }
  static { for (int i = 0; i < 4; i++) TABLE[i] = i * i; System.out.println("static"); }
  static void step(int i) { count += i; LOG.add("s" + T.i("i", i)); TABLE[i % 4]++; if (i > 2) Lazy.v++; }
  public static void main(String[] args) { for (int i = 0; i < 5; i++) { step(i); System.out.println(count + "" + LOG + rnd.nextInt(100) + TABLE[i % 4]); } System.out.println(Lazy.v + CONST + (instance != null)); }
}
