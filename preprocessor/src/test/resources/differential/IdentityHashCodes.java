import io.leverage.Checkpointable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The hash codes of objects that have none of their own, and what depends on them. */
public final class IdentityHashCodes {
  private static final Object PLACEHOLDER = new Object();
  private static final int SEEN = PLACEHOLDER.hashCode();

  enum Colour {
    RED,
    GREEN
  }

  static final class Plain {
    final int number;

    Plain(int number) {
      this.number = number;
    }
  }

  static final class Own {
    final int number;

    Own(int number) {
      this.number = number;
    }

    @Override
    public int hashCode() {
      return super.hashCode() ^ 1;
    }
  }

  private static String order(Set<Plain> set) {
    StringBuilder text = new StringBuilder();
    for (Plain each : set) {
      text.append(each.number).append(' ');
    }
    return text.toString();
  }

  @Checkpointable
  public static void main(String[] args) {
    Plain plain = new Plain(0);
    Plain locked = new Plain(1);
    Own own = new Own(2);
    int[] array = new int[3];
    List<String> list = new ArrayList<>(List.of("a"));
    Runnable lambda = () -> System.out.println(array.length);
    int ofPlain = plain.hashCode();
    int ofLocked;
    synchronized (locked) {
      ofLocked = System.identityHashCode(locked);
    }
    int ofOwn = own.hashCode();
    String ofArray = array.toString();
    int ofList = System.identityHashCode(list);
    int ofLambda = lambda.hashCode();
    int ofColour = Colour.GREEN.hashCode();
    Set<Plain> set = new HashSet<>();
    Map<Object, Integer> map = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      set.add(new Plain(i));
      map.put(i % 2 == 0 ? new Own(i) : new Plain(i), i);
    }
    String orderOfSet = order(set);
    String orderOfMap = map.values().toString();
    for (int i = 0; i < 3; i++) {
      System.out.println(PLACEHOLDER.hashCode() == SEEN);
      System.out.println(plain.hashCode() == ofPlain);
      System.out.println(plain.toString().endsWith("@" + Integer.toHexString(ofPlain)));
      System.out.println(locked.hashCode() == ofLocked);
      System.out.println(own.hashCode() == ofOwn);
      System.out.println(array.toString().equals(ofArray));
      System.out.println(System.identityHashCode(list) == ofList);
      System.out.println(lambda.hashCode() == ofLambda);
      System.out.println(Colour.GREEN.hashCode() == ofColour);
      System.out.println(order(set).equals(orderOfSet));
      System.out.println(map.values().toString().equals(orderOfMap));
    }
  }
}
