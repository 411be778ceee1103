import java.util.*;
public class StateMachine {
    enum Op { ADD("+") { int apply(int a, int b) { return a + b; } }, SUB("-") { int apply(int a, int b) { return a - b; } },
        MUL("*") { @Override int apply(int a, int b) { int r = 0; for (int i = 0; i < b; i++) r += a; return r; } @Override boolean tight() { return true; } };
        private final String sym; Op(String s) { sym = s; } abstract int apply(int a, int b); boolean tight() { return false; } String sym() { return sym; }
        static Op of(String s) { for (Op o : values()) if (o.sym.equals(s)) return o; throw new IllegalArgumentException(s); } }
    enum State { START { State next(char c) { return Character.isDigit(c) ? NUMBER : c == '-' ? SIGN : ERROR; } }, SIGN { State next(char c) { return Character.isDigit(c) ? NUMBER : ERROR; } },
        NUMBER { State next(char c) { return Character.isDigit(c) ? NUMBER : c == '.' ? FRACTION : ERROR; } }, FRACTION { State next(char c) { return Character.isDigit(c) ? this : ERROR; } boolean accepting() { return true; } }, ERROR { State next(char c) { return this; } };
        abstract State next(char c); boolean accepting() { return this == NUMBER; } }
    static boolean matches(String s) { State st = State.START; for (char c : s.toCharArray()) st = st.next(c); return st.accepting(); }
    public static void main(String[] args) {
        for (String s : new String[] {"12", "-3.5", "", "a", "1.2.3", "-", "7."}) System.out.println(s + " " + matches(s));
        for (Op o : Op.values()) System.out.println(o + " " + o.sym() + " " + o.apply(6, 7) + " " + o.tight() + " " + o.getDeclaringClass().getSimpleName() + " " + o.ordinal());
        EnumMap<Op, Integer> m = new EnumMap<>(Op.class); for (Op o : EnumSet.range(Op.SUB, Op.MUL)) m.merge(o, 1, Integer::sum); System.out.println(m + " " + Op.of("*").apply(3, 3) + Op.valueOf("ADD").compareTo(Op.MUL));
        try { Op.of("%"); } catch (IllegalArgumentException e) { System.out.println(e.getMessage()); }
    }
}
