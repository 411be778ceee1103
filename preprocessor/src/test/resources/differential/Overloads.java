public class Overloads {
  static String f(int x) { return "int" + T.i("x", x); } static String f(long x) { return "long" + T.l("x", x); } static String f(Integer x) { return "Integer" + T.o("x", x); } static String f(Object x) { return "Object" + T.o("x", x); } static String f(int... x) { return "varargs" + T.i("x", x.length); } static String f(String s) { return "String" + T.s("s", s); } static String f(double d) { return "double" + T.d("d", d); } static String f(char c) { return "char" + T.c("c", c); }
  public static void main(String[] args) { byte b = 1; System.out.println(f(1) + f(1L) + f(Integer.valueOf(1)) + f("s") + f(1.5f) + f(b) + f('c') + f(1, 2) + f() + f((Object) "o") + f(new int[] {1}) + f(T.i("a", 1)) + f(T.c("b", 'b'))); }
}
