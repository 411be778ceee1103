public class ConditionalTypes {
  static <X> X id(X x) { T.i("id", 0); return x; }
  public static void main(String[] args) {
    boolean t = T.b("t", true);
    Object o = t ? T.i("i", 1) : "s";
    Object p = !t ? T.i("i", 1) : T.s("s", "s");
    long l = t ? T.i("i", 7) : 9L;
    double d = T.b("f", false) ? 1 : T.d("d", 2.5);
    Object q = t ? 1 : T.d("d", 2.0);
    Integer box = t ? null : 5;
    System.out.println(o + " " + p + " " + l + " " + d + " " + q + " " + box + " " + o.getClass() + q.getClass());
    char c = t ? 'a' : 'b'; int k = T.b("k", true) ? c : T.i("n", 0);
    System.out.println(c + "" + k + id(t ? "x" : 1) + (t ? id('c') : 0));
    System.out.println((Object) (T.b("u", true) ? (Integer) T.i("v", 3) : (Double) 2.0));
    try { int z = t ? box : T.i("never", 0); } catch (NullPointerException e) { System.out.println("npe"); }
  }
}
