public class PrimitiveLocals {
  public static void main(String[] args) {
    boolean z = true; byte b = -7; short s = 300; char c = 'x'; int i = 1 << 20; long l = 1L << 40; float f = 1.5f; double d = -0.0;
    String t = "s"; int[] a = {1, 2}; var v = 12.25; final int k = 3; Object n = null;
    T.i("one", 1);
    b += 200; s++; c += 1; i *= 4096; l <<= 3; f /= 3; d = d * 2; v -= 1; a[1] += k;
    T.i("two", 2);
    System.out.println(z + " " + b + " " + s + " " + c + " " + i + " " + l + " " + f + " " + d + " " + t + " " + a[1] + " " + v + " " + k + " " + n);
  }
}
