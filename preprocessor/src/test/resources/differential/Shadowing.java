public class Shadowing {
  static int x = 1; int y = 2;
  int f(int y) { int r = y + this.y; { int z = T.i("z", r); r += z; } { String z = T.s("z", "s"); r += z.length(); } for (int z = 0; z < 2; z++) { int w = T.i("w", z); r += w; } for (int w = 5; w < 7; w++) r += T.i("w", w); y = r; return y; }
  public static void main(String[] args) { int x = Shadowing.x + 1; Shadowing.x = T.i("x", x); { int c = T.i("c", 1); System.out.println(c); } int c = 3, poll = 4, pc = 5, frame = 6; T.i("names", c + poll + pc + frame); System.out.println(x + Shadowing.x + new Shadowing().f(7) + c + poll); }
}
