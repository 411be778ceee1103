public class CatchThrowable {
  static int f(int k) { try { T.i("in", k); if (k == 1) throw new Error("err"); if (k == 2) throw new StackOverflowError("fake"); return k; } catch (Throwable t) { return T.i("caught", -1); } }
  static int g() { try { return f(1) + T.i("g", 1); } catch (Error e) { T.i("never", 0); return 0; } }
  public static void main(String[] args) { for (int k = 0; k < 3; k++) System.out.println(f(k)); System.out.println(g()); try { while (true) { try { T.i("x", 1); throw new OutOfMemoryError("mine"); } catch (Exception e) { T.i("never", 1); } } } catch (Throwable t) { System.out.println(t.getMessage()); } try { T.i("y", 1); } catch (Throwable t) { System.out.println("never"); } finally { T.i("z", 1); } }
}
