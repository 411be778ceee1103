public class ConstructorArguments {
  final int a, b; final String s;
  ConstructorArguments(int a, int b, String... s) { this.a = a; this.b = b; this.s = String.join("-", s); System.out.println("made" + a); }
  public static void main(String[] args) { ConstructorArguments c = new ConstructorArguments(T.i("a", 1), new ConstructorArguments(T.i("p", 8), T.i("q", 9)).b, T.s("x", "x"), T.s("y", "y")); System.out.println(c.a + " " + c.b + c.s + new int[T.i("n", 2)].length + new StringBuilder(T.s("sb", "sb")).reverse()); throw new IllegalStateException(T.s("m", "msg")); }
}
