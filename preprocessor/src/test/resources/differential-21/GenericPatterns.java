/// markdown *doc*
public class GenericPatterns { sealed interface S<T> { record A<T>(T t) implements S<T> {} record B<T>(T t, T u) implements S<T> {} }
 static <T> T step(T t) { for (int i = 0; i < 1; i++) System.out.println(t); return t; }
 static <T> T get(S<T> s) { return switch (s) { case S.A(var t) -> step(t); case S.B<T>(T t, T u) -> { step(t); yield step(u); } }; }
 public static void main(String[] args) { System.out.println(get(new S.A<>("x")) + get(new S.B<>("y", "z"))); 
   StringBuilder b = new StringBuilder(); for (Object o : new Object[]{1, 2L, 'c', "s"}) { b.append(switch (o) { case Integer i when i > 0 -> step("i" + i); case Long l -> l + step("l"); case Character c -> c; default -> step("?"); }); } System.out.println(b); } }
