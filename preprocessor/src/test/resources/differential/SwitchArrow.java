public class SwitchArrow {
  static void f(int x) {
    switch (T.i("x", x)) { case 0 -> T.i("zero", 0); case 1, 2 -> { int y = T.i("onetwo", x); if (y == 2) break; System.out.println("one"); } case 3 -> throw new IllegalArgumentException("three" + T.i("t", 3)); default -> System.out.println("default"); }
    System.out.println("end");
  }
  public static void main(String[] args) {
    for (int i = 0; i < 5; i++) try { f(i); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
    for (int i = 0; i < 3; i++) switch (i) { case 0 -> { for (int j = 0; j < 2; j++) { if (j == 1) continue; T.i("j", j); } } case 1 -> T.p("p"); default -> { } }
  }
}
