import java.util.*;
public class ExprParser {
    interface Expr { double eval(Map<String, Double> env); }
    static class Num implements Expr { final double v; Num(double v) { this.v = v; } public double eval(Map<String, Double> e) { return v; } public String toString() { return "" + v; } }
    static class Var implements Expr { final String n; Var(String n) { this.n = n; } public double eval(Map<String, Double> e) { Double d = e.get(n); if (d == null) throw new NoSuchElementException("unbound " + n); return d; } public String toString() { return n; } }
    static class Bin implements Expr {
        final char op; final Expr l, r;
        Bin(char op, Expr l, Expr r) { this.op = op; this.l = l; this.r = r; }
        public double eval(Map<String, Double> e) {
            switch (op) {
                case '+': return l.eval(e) + r.eval(e);
                case '-': return l.eval(e) - r.eval(e);
                case '*': return l.eval(e) * r.eval(e);
                case '/': { double d = r.eval(e); if (d == 0) throw new ArithmeticException("div by zero"); return l.eval(e) / d; }
                case '^': return Math.pow(l.eval(e), r.eval(e));
                default: throw new AssertionError(op);
            }
        }
        public String toString() { return "(" + l + " " + op + " " + r + ")"; }
    }
    private final String s; private int pos;
    ExprParser(String s) { this.s = s; }
    char peek() { while (pos < s.length() && Character.isWhitespace(s.charAt(pos))) pos++; return pos < s.length() ? s.charAt(pos) : '\0'; }
    boolean eat(char c) { if (peek() == c) { pos++; return true; } return false; }
    Expr expr() { Expr e = term(); for (;;) { if (eat('+')) e = new Bin('+', e, term()); else if (eat('-')) e = new Bin('-', e, term()); else return e; } }
    Expr term() { Expr e = factor(); while (true) { if (eat('*')) e = new Bin('*', e, factor()); else if (eat('/')) e = new Bin('/', e, factor()); else break; } return e; }
    Expr factor() { Expr b = atom(); return eat('^') ? new Bin('^', b, factor()) : b; }
    Expr atom() {
        if (eat('(')) { Expr e = expr(); if (!eat(')')) throw new IllegalStateException("expected ) at " + pos); return e; }
        if (eat('-')) return new Bin('-', new Num(0), atom());
        int start = pos; char c = peek(); start = pos;
        if (Character.isDigit(c)) { do pos++; while (pos < s.length() && (Character.isDigit(s.charAt(pos)) || s.charAt(pos) == '.')); return new Num(Double.parseDouble(s.substring(start, pos))); }
        if (Character.isLetter(c)) { while (pos < s.length() && Character.isLetterOrDigit(s.charAt(pos))) pos++; return new Var(s.substring(start, pos)); }
        throw new IllegalStateException("unexpected '" + c + "' at " + pos);
    }
    public static void main(String[] args) {
        Map<String, Double> env = new HashMap<String, Double>() {{ put("x", 3.0); put("y", 4.0); }};
        String[] in = {"1+2*3", "(1+2)*3", "2^3^2", "x*x + y*y", "-x + 10/4", "1/(x-3)", "z", "(1+2", "2 $ 3"};
        for (String i : in) {
            try { ExprParser p = new ExprParser(i); Expr e = p.expr(); if (p.peek() != 0) throw new IllegalStateException("trailing " + p.peek()); System.out.println(e + " = " + e.eval(env)); }
            catch (IllegalStateException | NoSuchElementException | ArithmeticException e) { System.out.println(i + ": " + e.getClass().getName() + ": " + e.getMessage()); }
        }
    }
}
