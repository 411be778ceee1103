import java.io.*;
import java.util.*;

/* Java 1.4 and before, in the manner of its time. */
public class JavaOfThen implements Cloneable, Comparable {
    static final int SIZE = 8;
    private static Hashtable table = new Hashtable();
    protected transient int[] data[] = new int[3][];
    int a[], b = 3, c[][] = {{1}, {2, 3}};
    String name;
    static { table.put("init", new Integer(1)); for (int i = 0; i < 3; i++) table.put("k" + i, new Integer(i * i)); }
    { name = "x"; data[0] = new int[] {1, 2}; }

    public JavaOfThen() { this("none"); }
    public JavaOfThen(String n) { super(); if (n != null) name = n; a = new int[] {5, 6, 7,}; for (int i = 0; i < a.length; ++i) { a[i] += T.i("ctor", i); } }
    public int compareTo(Object o) { return name.compareTo(((JavaOfThen) o).name); }
    public Object clone() throws CloneNotSupportedException { JavaOfThen o = (JavaOfThen) super.clone(); o.a = (int[]) a.clone(); T.p("cloned"); return o; }
    public boolean equals(Object o) { if (!(o instanceof JavaOfThen)) return false; return name.equals(((JavaOfThen) o).name); }
    public int hashCode() { return name.hashCode(); }

    class Inner implements Enumeration {
        int at = 0;
        public boolean hasMoreElements() { return at < a.length && T.b("more", true); }
        public Object nextElement() { if (at >= a.length) throw new NoSuchElementException(); return new Integer(T.i("next", JavaOfThen.this.a[at++])); }
        class Deep { int sum() { int s = 0; while (hasMoreElements()) { s += ((Integer) nextElement()).intValue() + b; } return s; } }
    }

    Enumeration elements() {
        final int[] copy = a;
        return new Enumeration() {
            private int i = 0;
            { System.out.println("anonymous init"); }
            public boolean hasMoreElements() { return i < copy.length; }
            public Object nextElement() { return new Integer(copy[i++] * T.i("b", b)); }
        };
    }

    static int fall(int n) {
        int r = 0;
        switch (n) {
            case 0: r += T.i("zero", 1);
            case 1: r += 10;
            case 2: { r += T.i("two", 100); break; }
            default: r = -1;
            case 7: r -= T.i("seven", 7);
        }
        return r;
    }

    static String labels(int n) {
        StringBuffer s = new StringBuffer();
        outer:
        for (int i = 0, j = n; ; i++, j--) {
            inner:
            do {
                if (i > T.i("j", j)) break outer;
                if (i % 2 == 0) { s.append(i).append(','); continue outer; }
                for (;;) { s.append((char) ('a' + i)); if (T.b("cond", s.length() % 3 == 0)) break inner; if (s.length() > 12) continue outer; }
            } while (s.length() < 10);
            s.append(';');
        }
        return s.toString();
    }

    static long bits(long x) {
        int shift = 3; byte by = (byte) 200; short sh = (short) 70000; char ch = 'q';
        by += T.i("by", 100); sh >>>= 1; ch++; ch += T.i("ch", 1);
        x ^= x << 13; x ^= x >>> 7; x ^= T.l("x", x) << 17;
        return x + by + sh + ch + (~shift & 0xFF) + (by >>> 2) + (by > 0 ? 1 : 0) + (int) 3.99e10f + (long) Double.NaN + 5 / 2 % 2;
    }

    static int exceptions(String s) throws IOException {
        int n = 0;
        try {
            try {
                n += T.i("parse", Integer.parseInt(s));
                if (n > 50) throw new IOException("big " + n);
                Object[] os = new String[1];
                if (n == 3) os[0] = new Integer(T.i("store", 3));
                return n / (n - 4);
            } catch (NumberFormatException e) {
                n = T.i("nfe", -1);
                throw new RuntimeException(e.getClass().getName());
            } finally {
                n += 1000;
                T.i("finally", n);
            }
        } catch (ArithmeticException e) {
            return T.i("ae", n);
        } catch (ArrayStoreException e) {
            return T.i("ase", n + 1);
        }
    }

    static synchronized int sync(Vector v) {
        int s = 0;
        synchronized (v) {
            for (Iterator it = v.iterator(); it.hasNext();) {
                Object o = it.next();
                synchronized (o) { s += o.hashCode() % 7 + T.i("held", 1); }
            }
        }
        return s;
    }

    public static void main(String[] argv) throws Exception {
        JavaOfThen o = new JavaOfThen("old");
        JavaOfThen.Inner in = o.new Inner();
        System.out.println(in.new Deep().sum());
        for (Enumeration e = o.elements(); e.hasMoreElements();) System.out.print(e.nextElement() + " ");
        System.out.println();
        for (int i = -1; i < 9; i += 2) System.out.println(fall(i) + fall(i + 1));
        System.out.println(labels(5));
        System.out.println(bits(123456789L));
        String[] in2 = {"4", "3", "99", "zz", "10"};
        for (int i = 0; i < in2.length; i++) {
            try { System.out.println(exceptions(in2[i])); }
            catch (IOException e) { System.out.println("io " + e.getMessage()); }
            catch (RuntimeException e) { System.out.println("rt " + e.getMessage()); }
        }
        Vector v = new Vector();
        v.add("a"); v.addElement("b"); v.add(new Integer(5));
        System.out.println(sync(v));
        List l = new ArrayList(Arrays.asList(new Object[] {new JavaOfThen("z"), new JavaOfThen(), new JavaOfThen("m")}));
        Collections.sort(l);
        for (Iterator i = l.iterator(); i.hasNext();) { JavaOfThen each = (JavaOfThen) i.next(); if (each.name.equals("none")) i.remove(); else System.out.println(each.name + T.i("a0", each.a[0])); }
        JavaOfThen copy = (JavaOfThen) o.clone();
        copy.a[0] = T.i("changed", 77);
        System.out.println(o.a[0] + " " + copy.a[0] + " " + o.equals(copy) + " " + (o == copy));
        BufferedReader r = new BufferedReader(new StringReader("one\ntwo\n"));
        String line;
        int lines = 0;
        while ((line = r.readLine()) != null) { lines += line.length(); }
        System.out.println(lines);
        int i = 0;
        i = i++ + T.i("i", ++i) + i--;
        int[] q = {0, 0, 0};
        int k = 0;
        q[k++] = k + T.i("k", k); q[k] = k = 2;
        System.out.println(i + " " + q[0] + q[1] + q[2] + k);
        Object x = null;
        try { x.toString(); } catch (NullPointerException e) { System.out.println("npe"); }
        assert T.b("assert", true) : "never";
        System.out.println(new Object[] {null, "s" + null + 'c' + 1 + 2L + 3f + 4d + true}[1]);
        System.out.println(T.i("end", 0));
    }
}
