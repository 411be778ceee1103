import static support.Imported.described;
import static support.Imported.recursive;

/** Twins of imported static methods: that of {@code described} has a name of its own. */
public class StaticImports {
  public static void main(String[] args) {
    System.out.println(described("a", 3));
    System.out.println(described(described(1, 2), recursive(2)));
    for (int i = 0; i < 3; i++) {
      System.out.println(described(i, i) + recursive(i));
    }
  }
}
