public class Ifaces {
    interface Greeter { String name(); default String greet() { return prefix() + name() + suffix(3); } private String prefix() { return "Hi "; } private static String bang(int n) { String s = ""; for (int i = 0; i < n; i++) s += "!"; return s; } static String suffix(int n) { return bang(n); } }
    interface Polite { default String greet() { String r = ""; for (int i = 0; i < 2; i++) r += "Dear "; return r; } }
    static class Both implements Greeter, Polite { public String name() { return "both"; } public String greet() { return Greeter.super.greet() + "|" + Polite.super.greet(); } }
    static class One implements Greeter { public String name() { return "one"; } }
    interface Left { default int twice(int x) { int r = 0; for (int i = 0; i < 2; i++) r += x; return r; } int base(); }
    interface Right { int base(); default int thrice(int x) { int r = 0; for (int i = 0; i < 3; i++) r += x; return r; } }
    static class LR implements Left, Right { public int base() { int s = 0; for (int i = 0; i < 4; i++) s += twice(i) + thrice(i); return s; } }
    static abstract class Base { abstract int base(); public int other() { return base() * 2; } }
    static class Sub extends Base { int base() { int s = 0; for (int i = 0; i < 4; i++) s ^= i + other2(i); return s; } int other2(int n) { return n <= 0 ? 1 : other2(n - 1) + 1; } }
    static abstract class Skeleton implements Left, Right { }
    static class Real extends Skeleton { public int base() { int k = 0; while (k < 5) k++; return k; } }
    public static void main(String[] args) {
        for (Greeter g : new Greeter[] {new Both(), new One(), new Greeter() { public String name() { String s = ""; for (char c = 'a'; c < 'e'; c++) s += c; return s; } }}) System.out.println(g.greet());
        Left l = new LR(); System.out.println(l.base() + " " + ((Right) l).base() + " " + new Sub().other()); Skeleton s = new Real(); System.out.println(s.base() + ((Right) s).base());
    }
}
