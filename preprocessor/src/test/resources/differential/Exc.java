public class Exc {
    static class AppException extends Exception { private static final long serialVersionUID = 1L; final int code; AppException(String m, int code, Throwable cause) { super(m, cause); this.code = code; } }
    static class Res implements AutoCloseable { final String n; final boolean bad; Res(String n, boolean bad) { this.n = n; this.bad = bad; System.out.println("open " + n); } @Override public void close() throws AppException { for (int i = 0; i < 2; i++) System.out.print("."); System.out.println("close " + n); if (bad) throw new AppException("close " + n, 1, null); } }
    static int depth(int n) throws AppException { try { if (n == 0) { int[] a = new int[1]; return a[n + 1]; } return depth(n - 1) + 1; } catch (ArrayIndexOutOfBoundsException e) { throw new AppException("wrapped", n, e); } finally { System.out.print("f" + n + " "); } }
    @SuppressWarnings("finally") static int over() { for (int i = 0; ; i++) { try { if (i == 2) return i; throw new RuntimeException("x" + i); } catch (RuntimeException e) { if (i == 1) continue; System.out.print(e.getMessage()); } finally { if (i == 2) { System.out.println(" fin"); return 42; } } } }
    static String res(boolean a, boolean b, boolean c) { try (Res r1 = new Res("1", a); Res r2 = new Res("2", b)) { for (int i = 0; i < 3; i++) if (c && i == 2) throw new IllegalStateException("body"); return "fine"; } catch (AppException | IllegalStateException e) { StringBuilder s = new StringBuilder(e.getMessage()); for (Throwable t : e.getSuppressed()) s.append(" +").append(t.getMessage()); return s.toString(); } finally { System.out.println("finally"); } }
    public static void main(String[] args) throws AppException {
        try { System.out.println(depth(3)); } catch (AppException e) { System.out.println(e.getMessage() + e.code + e.getCause().getMessage());  }
        System.out.println(over()); for (int i = 0; i < 8; i++) System.out.println(res((i & 1) != 0, (i & 2) != 0, (i & 4) != 0));
        try { Object o = "s"; Integer i = (Integer) o; } catch (ClassCastException e) { System.out.println("CCE"); } try { Object[] os = new String[1]; os[0] = 1; } catch (ArrayStoreException e) { System.out.println(e.getMessage()); } try { int[] neg = new int[-1]; } catch (NegativeArraySizeException e) { System.out.println(e.getMessage()); } try { Integer.parseInt("x1"); } catch (NumberFormatException e) { System.out.println(e.getMessage()); }
        depth(2);
    }
}
