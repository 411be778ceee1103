public class Boxing {
  static Integer box(int x) { return T.i("box", x); } static int unbox(Integer x) { return T.o("unbox", x); }
  public static void main(String[] args) { Integer a = box(127), b = box(127), c = box(1000); int d = unbox(a) + c; a++; a += box(2); Long l = (long) box(3); java.util.List<Integer> li = new java.util.ArrayList<>(); for (int i = 0; i < 3; i++) li.add(box(i)); li.remove(unbox(1)); li.remove(Integer.valueOf(box(2))); System.out.println(a + " " + (b == 127) + d + l + li + (box(5) < box(6)) + (box(1) == unbox(1)) + (box(4) + 1.5)); Boolean t = T.b("t", true); if (t && !(Boolean) T.o("o", false)) System.out.println("ok"); Character ch = T.c("c", 'c'); int ci = ch + 1; System.out.println(ci); }
}
