import java.util.*;
public class UnrelatedInterfaces {
    interface Left<T> { T base(T x, int n) throws java.io.IOException; default int twice(int x) { int r = 0; for (int i = 0; i < 2; i++) r += x; return r; } }
    interface Right { String base(String s, int n) throws java.io.IOException; }
    interface Joined extends Left<String>, Right { }
    static abstract class Skeleton implements Left<String>, Right { }
    static class Real extends Skeleton { public String base(String s, int n) { String r = ""; for (int i = 0; i < n; i++) r += s; return r; } }
    static class Other implements Joined { public String base(String s, int n) { int k = 0; while (k < n) k++; return s + k; } }
    interface Sized { int size(); private int own() { int n = 0; for (int i = 0; i < 2; i++) n += size(); return n; } static int of(int k) { int n = 0; while (n < k) n += 2; return n; } default int doubled() { return own() + of(3); } }
    interface Measured { int size(); private int own() { int n = 0; for (int i = 0; i < 3; i++) n += size(); return n; } static int of(int k) { int n = 0; while (n < k) n += 3; return n; } default int tripled() { return own() + of(4); } }
    static class Stack2 extends ArrayList<String> implements Sized, Measured { private static final long serialVersionUID = 1L; }
    static class Deep implements Sized, Measured { public int size() { int n = 0; for (int i = 0; i < 5; i++) n += i; return n; } }
    enum E implements Sized, Measured { A { public int size() { int n = 0; while (n < 4) n++; return n; } }, B { public int size() { return 2; } } }
    static int total(Sized... all) { int t = 0; for (Sized s : all) t += s.size(); return t; }
    public static void main(String[] args) throws Exception {
        Skeleton s = new Real(); Left<String> l = s; Right j = new Other(); Right r = s;
        System.out.println(l.base("ab", 3) + j.base("x", 2) + r.base("q", 1) + s.twice(4));
        Stack2 st = new Stack2(); st.add("a");
        System.out.println(total(st, new Deep(), E.A, E.B)); Measured m = st; System.out.println(m.size() + new Deep().size()); System.out.println(new Deep().doubled() + " " + new Deep().tripled() + " " + Sized.of(5) + Measured.of(5));
    }
}
