public class TextProcessing {
  static java.util.List<String> words(String s) { java.util.List<String> out = new java.util.ArrayList<>(); StringBuilder cur = new StringBuilder(); for (char c : s.toCharArray()) { if (Character.isLetter(c)) cur.append(c); else if (cur.length() > 0) { out.add(cur.toString()); cur.setLength(0); } } if (cur.length() > 0) out.add(cur.toString()); return out; }
  static void println(java.util.Map.Entry<String, Integer> e) { System.out.printf("%s=%d%n", e.getKey(), e.getValue()); }
  public static void main(String[] args) { java.util.Map<String, Integer> count = new java.util.TreeMap<>(); for (String w : words("the quick fox, the lazy dog; the end")) count.merge(w, T.i(w, 1), Integer::sum); for (var e : count.entrySet()) println(e); if (count.size() > 99) System.out.println(); String t = """
        block
          text %d
        """.formatted(T.i("f", 3)); System.out.print(t); }
}
