public class Primes {
  public static void main(String[] args) { boolean[] comp = new boolean[200]; int n = 0; for (int i = 2; i < comp.length; i++) { if (comp[i]) continue; n++; for (int j = i * i; j < comp.length; j += i) comp[j] = true; } System.out.println(n); StringBuilder b = new StringBuilder(); for (int i = 2; b.length() < 30; i++) { int j = 2; while (j * j <= i && i % j != 0) j++; if (j * j > i) b.append(i).append(' '); } System.out.println(b); }
}
