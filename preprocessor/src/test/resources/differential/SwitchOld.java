public class SwitchOld {
  static String f(int x) {
    String s = "";
    switch (T.i("x", x)) { case 0: s += "zero"; case 1: s += T.s("one", "one"); break; case 2: { s += "two"; int y = T.i("y", 2); s += y; } case 3: s += 3; return s + T.i("r", x); case 5: case 6: s += "56"; break; default: s += "d"; case 99: s += T.s("ninety", "9"); }
    return s + ".";
  }
  public static void main(String[] args) {
    for (int i = 0; i < 8; i++) System.out.println(f(i));
    for (int i = 0; i < 4; i++) { switch (i) { case 1: continue; case 2: break; case 3: T.i("three", 3); break; } System.out.println("after" + i); }
    char c = 'b'; switch (c) { case 'a': T.i("a", 1); break; case 'b': T.i("b", 1); }
    switch (T.i("none", 1)) { } 
    switch (T.i("only", 1)) { default: T.i("d", 1); }
    byte b = 3; switch (b) { case 3: int q = T.i("q", 1); System.out.println(q); break; case 4: q = 5; System.out.println(q); }
  }
}
