public class CastsAndUnary {
  static Object obj(Object o) { T.p("obj"); return o; }
  public static void main(String[] args) {
    int i = (int) T.d("d", 3.9) + (byte) T.i("b", 300) - -T.i("n", 4) + ~T.i("c", 5) + +T.c("h", 'h'); System.out.println(i);
    String s = (String) obj("s"); Integer b = (Integer) obj(4); System.out.println(s.length() + b + (int) (Integer) obj(5) + ((String) obj("xyz")).length());
    System.out.println(!T.b("t", true) + " " + (obj("q") instanceof String) + (obj(1) instanceof String));
    try { String t = (String) obj(1); } catch (ClassCastException e) { System.out.println("cce"); }
    long l = T.i("l", 1) << 31; float f = T.i("f", 16777217); double d = T.l("x", Long.MAX_VALUE); char c = (char) (T.c("c", 'a') + 1); System.out.println(l + " " + f + " " + d + c);
    if (obj("pat") instanceof String p && T.b("len", p.length() == 3)) System.out.println(p + T.i("p", 1));
    if (!(obj(7) instanceof Integer n)) { System.out.println("no"); return; } System.out.println(n + T.i("n", 1));
  }
}
