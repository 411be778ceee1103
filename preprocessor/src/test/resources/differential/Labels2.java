public class Labels2 {
    static int f(int x) { System.out.print("f" + x + " "); return x; }
    static int sum(int... xs) { int s = 0; for (int x : xs) s += x; return s; }
    static String fmt(String p, Object... os) { StringBuilder b = new StringBuilder(p).append(os.length); for (Object o : os) b.append('/').append(o); return b.toString(); }
    public static void main(String[] args) {
        outer: for (int i = 0; i < 5; i++) { int j = 0; inner: do { j++; if (j == i) continue outer; if (i * j == 6) break outer; if (j % 2 == 0) continue inner; System.out.println(i + "," + j); } while (f(j) < 4); System.out.println("end " + i); }
        int k = 0; do { if (++k % 3 == 0) continue; System.out.print(k + " "); } while (k < 10); System.out.println();
        blk: { if (f(3) > 2) break blk; System.out.println("never"); }
        for (int a = 0, b = 10; a < b; a += f(2), b--) System.out.println(a + " " + b);
        int[] arr = {1, 2, 3, 4}; int idx = 0; arr[idx++] += arr[idx++] * f(10) + idx++; System.out.println(java.util.Arrays.toString(arr) + idx);
        arr[f(1)] <<= f(2); arr[f(0)] = arr[f(2)]++ + ++arr[f(3)]; System.out.println(java.util.Arrays.toString(arr));
        int x = 5; x = x++ + f(x) + --x; System.out.println(x); x += x++ * f(2) - (x -= 3); System.out.println(x); byte bb = 120; bb += f(10); System.out.println(bb); char ch = 'a'; ch += f(2); ch++; System.out.println(ch); short sh = (short) (f(70000)); System.out.println(sh); long L = Integer.MAX_VALUE; L += f(1); System.out.println(L); int ov = Integer.MAX_VALUE; ov += f(1); System.out.println(ov + " " + (ov >>> 28) + " " + (ov >> 28) + " " + (-17 % 5) + " " + (-17 / 5) + " " + Math.floorMod(-17, 5));
        String s = "a"; s += f(1) + f(2) + "b" + f(1) + f(2); System.out.println(s); System.out.println(sum() + sum(f(1)) + sum(f(1), f(2)) + fmt("p") + fmt("q", 1, 'c', null) + fmt("r", (Object[]) new String[] {"u", "v"}) + fmt("s", new int[0].length));
        Integer i1 = 127, i2 = 127, i3 = 1000, i4 = 1000; System.out.println((i1 == i2) + " " + (i3 == i4) + " " + i3.equals(i4)); Object o = f(1) > 0 ? 1 : "s"; Object o2 = f(1) > 0 ? 1 : 2.0; System.out.println(o + " " + o2); Integer nul = null; try { int z = f(1) > 0 ? nul : 0; } catch (NullPointerException e) { System.out.println("NPE"); }
        boolean t = f(0) > 0 && f(1) > 0 || f(2) > 0 ^ f(3) > 0 | f(4) > 0 & f(5) < 0; System.out.println(t); System.out.println(f(1) > 0 ? f(2) > 5 ? "x" : f(3) > 2 ? "y" : "z" : "w");
        switch (f(2)) { case 1: System.out.println("one"); case 2: System.out.println("two"); switch (f(3)) { case 3: System.out.println("in3"); default: System.out.println("indef"); break; case 4: System.out.println("in4"); } case 3: System.out.println("three"); break; case 4: System.out.println("four"); default: }
    }
}
