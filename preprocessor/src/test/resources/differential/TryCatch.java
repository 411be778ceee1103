public class TryCatch {
  static class Mine extends Exception { final int code; Mine(String m, int code) { super(m); this.code = code; } }
  static int f(int k) throws Mine { T.i("f", k); if (k == 1) throw new Mine("one", T.i("code", 7)); if (k == 2) throw new IllegalStateException("two"); if (k == 3) return new int[0][T.i("neg", 1)].length / T.i("z", 0); if (k == 4) { Object o = null; o.hashCode(); } return k; }
  public static void main(String[] args) {
    for (int k = 0; k < 6; k++) {
      int before = T.i("before", k);
      try { System.out.println("ok" + f(k)); T.i("more", 1); } catch (Mine e) { System.out.println(e.getMessage() + e.code + T.i("c", before)); } catch (IllegalStateException | ArithmeticException e) { T.s("multi", e.getMessage()); try { f(1); } catch (Mine inner) { System.out.println("inner" + inner.code); } } catch (RuntimeException e) { System.out.println("rt" + T.i("rt", 2) + e.getClass().getSimpleName()); }
      System.out.println("after" + before);
    }
  }
}
