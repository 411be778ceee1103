public class Throws {
  static RuntimeException make(String s) { return new IllegalStateException(T.s("make", s)); }
  static int f(boolean b) { if (b) throw make("x"); else throw T.b("t", true) ? make("y") : new IllegalArgumentException(); }
  public static void main(String[] args) { try { f(true); } catch (IllegalStateException e) { System.out.println(e.getMessage()); } try { f(false); } catch (IllegalStateException e) { System.out.println(e.getMessage()); } try { throw null; } catch (NullPointerException e) { T.i("npe", 1); } RuntimeException saved = make("saved"); try { T.i("q", 1); throw saved; } catch (RuntimeException e) { System.out.println(e == saved); } }
}
