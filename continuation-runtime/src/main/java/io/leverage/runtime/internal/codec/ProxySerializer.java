package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Writes a dynamic proxy, such as an annotation, as its interfaces and its handler. The handler may
 * refer to the proxy where the JVM was started with {@code --add-opens
 * java.base/java.lang.reflect=ALL-UNNAMED}; elsewhere such a cycle is refused.
 */
final class ProxySerializer extends Serializer<Object> {
  /** Null if it can't be seen. */
  private static final @Nullable Field HANDLER = handler();

  private static @Nullable Field handler() {
    try {
      Field handler = Proxy.class.getDeclaredField("h");
      return handler.trySetAccessible() ? handler : null;
    } catch (NoSuchFieldException e) {
      return null; // another JDK, in which nothing is known about proxies
    }
  }

  @Override
  public void write(Kryo kryo, Output output, Object proxy) {
    GraphKryo graph = (GraphKryo) kryo;
    kryo.writeClassAndObject(output, proxy.getClass().getInterfaces());
    output.writeBoolean(HANDLER == null);
    graph.at().enter("handler");
    if (HANDLER == null) {
      graph.references().open(proxy);
    }
    kryo.writeClassAndObject(output, Proxy.getInvocationHandler(proxy));
    graph.references().close(proxy);
    graph.at().leave();
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> requested) {
    if (!(kryo.readClassAndObject(input) instanceof Class<?>[] interfaces)) {
      throw new RefusedException("corrupt checkpoint: a proxy without interfaces.");
    }
    if (input.readBoolean()) {
      Object proxy = create(kryo, interfaces, handler(kryo, input));
      kryo.reference(proxy);
      return proxy;
    }
    if (HANDLER == null) {
      throw new RefusedException("proxies can't travel from a JVM that sees more of them.");
    }
    Object proxy = create(kryo, interfaces, (self, method, arguments) -> null);
    kryo.reference(proxy);
    try {
      HANDLER.set(proxy, handler(kryo, input));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("no access to the handler of a proxy", e);
    }
    return proxy;
  }

  private static InvocationHandler handler(Kryo kryo, Input input) {
    if (kryo.readClassAndObject(input) instanceof InvocationHandler handler) {
      return handler;
    }
    throw new RefusedException("corrupt checkpoint: a proxy without a handler.");
  }

  static Object create(Kryo kryo, Class<?>[] interfaces, InvocationHandler handler) {
    return Proxy.newProxyInstance(kryo.getClassLoader(), interfaces, handler);
  }
}
