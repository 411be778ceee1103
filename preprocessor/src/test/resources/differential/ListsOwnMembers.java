import io.leverage.Checkpointable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program that lists the members of its own classes, as old frameworks do. */
public final class ListsOwnMembers {
  interface Shape {
    default double scaled(int times) {
      double sum = 0;
      for (int i = 0; i < times; i++) {
        sum += area();
      }
      return sum;
    }

    double area();
  }

  static class Square implements Shape, Comparator<String>, Iterable<Integer> {
    public int side = 3;

    @Override
    public double area() {
      double sum = 0;
      for (int i = 0; i < side; i++) {
        sum += side;
      }
      return sum;
    }

    @Override
    public int compare(String a, String b) {
      int sum = 0;
      for (int i = 0; i < a.length(); i++) {
        sum += a.charAt(i);
      }
      return sum - b.length();
    }

    @Override
    public Iterator<Integer> iterator() {
      return List.of(side).iterator();
    }

    class Corner {}
  }

  static String names(Class<?> type, Function<Class<?>, Method[]> list) {
    return Arrays.stream(list.apply(type)).map(Method::toString).sorted().collect(Collectors.joining("; "));
  }

  @Checkpointable
  public static void main(String[] args) throws Exception {
    for (Class<?> type : List.of(Shape.class, Square.class)) {
      System.out.println(Stream.of(type.getDeclaredMethods()).map(m -> m.getName() + m.getParameterCount()).sorted().toList());
      System.out.println(names(type, Class::getMethods));
      System.out.println(Arrays.toString(type.getInterfaces()));
      System.out.println(Arrays.toString(type.getDeclaredClasses()) + type.getClasses().length);
    }
    Square square = new Square();
    System.out.println(square.scaled(2) + " " + square.compare("ab", "c") + " " + square.iterator().next());
    System.out.println(Square.class.getMethod("area").invoke(square));
  }
}
