public class CompoundAssignment {
  public static void main(String[] args) {
    int i = 10; byte b = 100; short s = 30000; char c = 'a'; long l = 5; float f = 1; double d = 2; boolean z = true; String t = "t"; Integer box = 4;
    i += T.d("d", 3.7); b += T.i("i", 100); b *= T.i("i", 3); s += T.i("i", 10000); c += T.i("i", 2); c++; l *= T.f("f", 2.5f);
    f -= T.d("d", 0.1); d %= T.i("i", 2); z &= T.b("b", false); z |= T.b("b", true); z ^= T.b("b", true); t += T.i("i", 1); t += T.c("c", 'c'); t += null; box += T.i("i", 2); box++;
    i <<= T.l("l", 33); i >>= T.i("i", 1); i >>>= T.i("i", 1); i ^= T.c("c", 'z'); i |= 1; b >>>= T.i("s", 1); i /= T.i("i", 3); i %= T.i("i", 5); i &= T.i("m", -2);
    System.out.println(i + " " + b + " " + s + " " + c + " " + l + " " + f + " " + d + " " + z + " " + t + " " + box);
    int x = 5; x += x++ + T.i("x", x) + ++x; System.out.println(x);
    x = x++ * T.i("x", 2) + x; System.out.println(x);
    Object o = "o"; o += T.s("s", "p"); System.out.println(o);
  }
}
