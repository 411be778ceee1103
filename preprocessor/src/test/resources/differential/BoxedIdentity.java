import io.leverage.Checkpointable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Compares boxed numbers by identity, as programs should not. */
public final class BoxedIdentity {
  @Checkpointable
  @SuppressWarnings("removal")
  public static void main(String[] args) {
    Integer shared = 5;
    Integer made = new Integer(5);
    Boolean flag = new Boolean(true);
    Character letter = 'x';
    Long large = 1L << 40;
    List<Object> same = new ArrayList<>(List.of(shared, made, flag, letter, large));
    Map<Object, String> names = new IdentityHashMap<>();
    for (Object each : same) {
      names.put(each, each + "!");
    }
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      log.append(shared == (Integer) 5).append(' ');
      log.append(made == shared).append(' ');
      log.append(flag == Boolean.TRUE).append(' ');
      log.append(letter == (Character) 'x').append(' ');
      log.append(large == same.get(4)).append(' ');
      log.append(names.get(made)).append(names.get(flag)).append(names.size()).append('\n');
    }
    System.out.print(log);
  }
}
