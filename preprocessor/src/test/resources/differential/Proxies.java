import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Dynamic proxies of the program's interfaces: their handlers see the program's methods. */
public final class Proxies {
  interface Service {
    int work(int n) throws java.io.IOException;

    String name();

    default String greeting() {
      return "hello " + name();
    }
  }

  static final class Worker implements Service {
    @Override
    public int work(int n) throws java.io.IOException {
      int sum = 0;
      for (int i = 0; i < n; i++) {
        sum += i;
      }
      if (n > 3) {
        throw new java.io.IOException("too much");
      }
      return sum;
    }

    @Override
    public String name() {
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < 3; i++) {
        name.append(i);
      }
      return name.toString();
    }
  }

  static final class Logging implements InvocationHandler {
    private final Object target;
    final List<String> log = new ArrayList<>();

    Logging(Object target) {
      this.target = target;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      log.add(method.getName() + method.getParameterCount() + (arguments == null ? "" : arguments.length));
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  public static void main(String[] args) {
    T.p("start");
    Logging logging = new Logging(new Worker());
    Service service =
        (Service)
            Proxy.newProxyInstance(
                Proxies.class.getClassLoader(), new Class<?>[] {Service.class}, logging);
    String all = "";
    try {
      all += service.work(3);
      all += service.name();
      all += service.greeting();
      all += service.work(4);
    } catch (java.io.IOException e) {
      all += e.getMessage();
    }
    System.out.println(all + " " + logging.log);
    System.out.println(Proxy.isProxyClass(service.getClass()));
    System.out.println(Proxy.getInvocationHandler(service) == logging);
    Runnable run =
        (Runnable)
            Proxy.newProxyInstance(
                Proxies.class.getClassLoader(),
                new Class<?>[] {Runnable.class},
                (proxy, method, given) -> {
                  logging.log.add("ran " + method);
                  return null;
                });
    run.run();
    System.out.println(logging.log);
  }
}
