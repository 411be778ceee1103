public class StringConcat {
  static Object nul() { T.i("nul", 0); return null; }
  public static void main(String[] args) {
    String s = "a" + T.i("i", 1) + T.c("c", 'c') + nul() + (T.i("p", 1) + T.i("q", 2)) + T.d("d", 1.0) + T.l("l", 2) + T.b("b", true);
    System.out.println(s);
    int x = 1; System.out.println("" + x + (x = T.i("x", 5)) + x + x++ + T.s("y", "y") + x);
    System.out.println(T.i("a", 1) + T.i("b", 2) + "c" + T.i("d", 3) + T.i("e", 4));
    StringBuilder b = new StringBuilder(); b.append(T.i("f", 1)).append(T.s("g", "g")).append(b.length()).append(T.c("h", 'h')); System.out.println(b);
    char[] cs = {'a', 'b'}; System.out.println(String.valueOf(cs) + T.i("z", 1) + 'c' + 1 + 1L + 1f + null + 'd');
    System.out.println('a' + T.i("i", 1) + "b");
  }
}
