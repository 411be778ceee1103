public class Builder {
    static class Pizza {
        private final String size; private final boolean cheese; private final java.util.List<String> tops;
        private Pizza(B b) { size = b.size; cheese = b.cheese; tops = b.tops; }
        static B builder() { return new B(); }
        static final class B { private String size = "M"; private boolean cheese; private final java.util.List<String> tops = new java.util.LinkedList<>(); B size(String s) { size = s; return this; } B cheese() { this.cheese = true; return this; } B top(String... ts) { for (String t : ts) tops.add(t); return this; } Pizza build() { if (size == null) throw new NullPointerException("size"); return new Pizza(this); } }
        public String toString() { return "Pizza(" + size + (cheese ? " cheesy " : " plain ") + tops + ')'; }
    }
    public static void main(String[] args) { System.out.println(Pizza.builder().size("L").cheese().top("ham", "egg").top().top("x").build()); System.out.println(new Pizza.B().build()); try { Pizza.builder().size(null).build(); } catch (NullPointerException e) { System.out.println(e.getMessage()); } }
}
