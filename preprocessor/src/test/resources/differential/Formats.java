import java.math.*;
import java.time.*;
import java.time.format.*;
import java.util.*;
public class Formats {
    static BigInteger fact(int n) { return n < 2 ? BigInteger.ONE : BigInteger.valueOf(n).multiply(fact(n - 1)); }
    public static void main(String[] args) {
        System.out.println(fact(50)); System.out.println(fact(30).modPow(BigInteger.TEN, BigInteger.valueOf(1000003)));
        BigDecimal d = BigDecimal.ONE; for (int i = 1; i < 20; i++) d = d.add(BigDecimal.ONE.divide(new BigDecimal(fact(i)), new MathContext(30))); System.out.println(d.setScale(15, RoundingMode.HALF_UP));
        LocalDate day = LocalDate.of(2024, 2, 27); for (int i = 0; i < 4; i++, day = day.plusDays(1)) System.out.println(day + " " + day.getDayOfWeek() + " " + day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        Duration dur = Duration.ofSeconds(3661); System.out.println(dur + " " + Period.between(LocalDate.of(2000, 1, 31), day));
        System.out.println(String.format(Locale.US, "|%-8s|%8.3f|%08d|%x|%c|%b|%e|", "ab", Math.PI, 42, 255, 'z', true, 12345.678));
        System.out.println(String.join("-", Arrays.asList("x", "y")) + String.valueOf(new char[] {'o', 'k'}) + " " + "abc".repeat(2) + " " + Long.toHexString(-1L) + " " + (float) 1 / 3 + " " + 1.0 / 3 + " " + 0.1f + " " + (0.1 + 0.2) + " " + Double.MIN_VALUE + " " + 100.0 / 0 + " " + 0.0 / 0);
        for (Object o : new Object[] {1, 2L, 3f, 4d, 'c', "s", true, null, (byte) 1, (short) 2, new int[0].length}) System.out.print((o == null ? "null" : o.getClass().getSimpleName() + ":" + o) + " "); System.out.println();
    }
}
