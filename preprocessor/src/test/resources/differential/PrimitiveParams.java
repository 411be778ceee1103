public class PrimitiveParams {
  static double all(boolean z, byte b, short s, char c, int i, long l, float f, double d, String t, int[] a, Object o) {
    T.i("in", i);
    System.out.println(z + " " + b + " " + s + " " + c + " " + i + " " + l + " " + f + " " + d + " " + t + a[0] + o);
    b++; l = -l; d += f; i = T.i("again", i + 1);
    return d + i + l + b;
  }
  public static void main(String[] args) {
    System.out.println(all(T.b("z", true), (byte) T.i("b", 4), (short) T.i("s", 5), T.c("c", 'q'), T.i("i", 6), T.l("l", 7L), T.f("f", 8.5f), T.d("d", 9.25), T.s("t", "hey"), new int[] {T.i("a", 1)}, T.o("o", 4)));
  }
}
