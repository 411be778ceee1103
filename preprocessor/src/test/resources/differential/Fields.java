public class Fields {
  static int s = 1; int f = 2; long[] arr = new long[3]; static Fields self; Fields other;
  public static void main(String[] args) {
    self = new Fields(); self.other = new Fields();
    self.f += T.i("f", 3); self.other.f -= T.i("g", 4); s *= T.i("s", 5);
    self.other.arr[T.i("x", 1)] = T.l("y", 6); self.arr[T.i("x", 2)] += T.l("y", 6); self.arr[2] <<= T.i("z", 2);
    self.f++; ++self.other.f; self.other.arr[T.i("w", 0)]--;
    System.out.println(self.f + " " + self.other.f + " " + s + " " + java.util.Arrays.toString(self.arr) + java.util.Arrays.toString(self.other.arr));
  }
}
