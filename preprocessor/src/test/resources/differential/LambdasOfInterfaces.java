import io.leverage.Checkpointable;
import java.util.Objects;
/** Lambdas that an interface keeps in its own fields, which its initialiser sets. */
public final class LambdasOfInterfaces {
  interface F<A, B, E extends Throwable> {
    F NOP = (x, y) -> { };
    static <A, B, E extends Throwable> F<A, B, E> nop() { return NOP; }
    void accept(A a, B b) throws E;
    default F<A, B, E> andThen(F<A, B, E> after) { Objects.requireNonNull(after); return (x, y) -> { accept(x, y); after.accept(x, y); }; }
  }
  interface G<A> { @SuppressWarnings("rawtypes") G ID = t -> t; Object apply(A a); static <T> G<T> id() { return ID; } }
  static int count;
  @Checkpointable
  public static void main(String[] a) throws Throwable {
    F<String, String, RuntimeException> f = F.nop();
    for (int i = 0; i < 3; i++) { f.accept("a", "b"); count++; }
    G<String> g = G.id();
    for (int i = 0; i < 3; i++) { count += g.apply("x").hashCode(); }
    f = f.andThen((x, y) -> count++);
    for (int i = 0; i < 3; i++) f.accept("q", "r");
    System.out.println(count + " " + ((Object) f == F.NOP) + ((Object) g == G.ID));
  }
}
