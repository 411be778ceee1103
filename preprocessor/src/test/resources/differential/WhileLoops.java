public class WhileLoops {
  public static void main(String[] args) {
    int i = 0, sum = 0;
    while (i < 5) { sum += i; int j = i; while (j > 0) { sum = sum + j; j--; if (sum > 1000) { sum -= 999; continue; } sum++; } i++; }
    System.out.println(sum);
    do { sum--; if (sum % 3 == 0) continue; sum -= 2; } while (sum > 5);
    System.out.println(sum);
    while (true) { if (sum++ > 9) break; System.out.println("s" + sum); }
  }
}
