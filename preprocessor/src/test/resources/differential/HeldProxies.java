import io.leverage.Checkpointable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Dynamic proxies and annotations that the program holds while it moves. */
public final class HeldProxies {
  interface Greeter {
    String greet(String name);
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Part {
    int number() default 5;
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Described {
    String value();

    Class<?> type() default Greeter.class;

    Thread.State[] states() default {Thread.State.NEW, Thread.State.BLOCKED};

    Part part() default @Part(number = 7);
  }

  @Described("it")
  static final class Counting implements InvocationHandler {
    final List<Object> seen = new ArrayList<>();
    Greeter self;

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      seen.add(method.getName());
      if (method.getName().equals("hashCode")) {
        return 42;
      }
      return method.getReturnType() == String.class ? "hello " + Arrays.toString(arguments) : null;
    }
  }

  @Checkpointable
  public static void main(String[] args) {
    Counting counting = new Counting();
    Greeter greeter =
        (Greeter)
            Proxy.newProxyInstance(
                HeldProxies.class.getClassLoader(),
                new Class<?>[] {Greeter.class, Runnable.class},
                counting);
    counting.self = greeter;
    String greeting = "hi ";
    Greeter brief =
        (Greeter)
            Proxy.newProxyInstance(
                HeldProxies.class.getClassLoader(),
                new Class<?>[] {Greeter.class},
                (proxy, method, arguments) -> greeting + arguments[0]);
    Described described = Counting.class.getAnnotation(Described.class);
    Class<?> brieflyOf = brief.getClass();
    ParsePosition position = new ParsePosition(3);
    position.setErrorIndex(9);
    T.p("held");
    System.out.println(greeter.greet("a") + brief.greet("b") + counting.seen);
    ((Runnable) greeter).run();
    T.p("run");
    System.out.println((counting.self == greeter) + " " + greeter.hashCode() + counting.seen);
    System.out.println(Proxy.getInvocationHandler(greeter) == counting);
    System.out.println((brieflyOf == brief.getClass()) + Arrays.toString(brieflyOf.getInterfaces()));
    System.out.println(described.value() + described.type().getName() + described.part().number());
    System.out.println(Arrays.toString(described.states()) + described.annotationType());
    System.out.println(described.equals(Counting.class.getAnnotation(Described.class)));
    System.out.println(position.getIndex() + " " + position.getErrorIndex());
  }
}
