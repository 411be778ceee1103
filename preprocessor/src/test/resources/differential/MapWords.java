import java.util.*;
public class MapWords {
    public static void main(String[] args) {
        String text = "the cat and the dog and the bird";
        Map<String, Integer> h = new HashMap<>(); TreeMap<String, List<Integer>> t = new TreeMap<>(Comparator.reverseOrder()); LinkedHashMap<Character, Integer> l = new LinkedHashMap<>();
        int pos = 0;
        for (String w : text.split(" ")) { h.put(w, h.getOrDefault(w, 0) + 1); t.computeIfAbsent(w, k -> new ArrayList<>()).add(pos++); for (char c : w.toCharArray()) l.merge(c, 1, Integer::sum); }
        for (Map.Entry<String, Integer> e : h.entrySet()) { System.out.println(e.getKey() + "=" + e.getValue()); if (e.getValue() > 1) e.setValue(-e.getValue()); }
        System.out.println(h);
        for (var e : t.entrySet()) { int s = 0; for (int p : e.getValue()) s += p; System.out.println(e.getKey() + s); }
        for (Map.Entry<Character, Integer> e : l.entrySet()) { for (int i = 0; i < e.getValue(); i++) System.out.print(e.getKey()); } System.out.println();
        List<String> ks = new ArrayList<>(h.keySet()); ks.sort(Comparator.reverseOrder()); for (String k : ks) System.out.println(k + h.get(k));
        for (String k : h.keySet()) System.out.print(k + " "); for (int v : h.values()) System.out.print(v + " "); System.out.println(new HashSet<>(Arrays.asList(text.split(" "))));
        List<Integer> nums = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6)); nums.removeIf(x -> x % 2 == 0); System.out.println(nums);
        try { for (Integer n : nums) if (n == 30) nums.remove(n); else nums.add(1); } catch (ConcurrentModificationException e) { System.out.println("CME"); }
    }
}
