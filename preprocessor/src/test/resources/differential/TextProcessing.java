public class TextProcessing {
  static java.util.List<String> words(String s) { java.util.List<String> out = new java.util.ArrayList<>(); StringBuilder cur = new StringBuilder(); for (char c : s.toCharArray()) { if (Character.isLetter(c)) cur.append(c); else if (cur.length() > 0) { out.add(cur.toString()); cur.setLength(0); } } if (cur.length() > 0) out.add(cur.toString()); return out; }
  public static void main(String[] args) { java.util.Map<String, Integer> count = new java.util.TreeMap<>(); for (String w : words("the quick fox, the lazy dog; the end")) count.merge(w, T.i(w, 1), Integer::sum); for (String w : new java.util.ArrayList<>(count.keySet())) System.out.printf("%s=%d%n", w, count.get(w)); String t = """
        block
          text %d
        """.formatted(T.i("f", 3)); System.out.print(t); }
}
