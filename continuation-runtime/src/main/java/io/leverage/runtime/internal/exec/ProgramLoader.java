package io.leverage.runtime.internal.exec;

import io.leverage.runtime.MobileClassLoader;
import io.leverage.runtime.internal.classes.HandOvers;
import io.leverage.runtime.internal.classes.LargeClassWriter;
import io.leverage.runtime.internal.classes.Statics;
import io.leverage.runtime.internal.codec.InterfaceLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Loads one incarnation of a program. The next incarnation's loader doesn't initialise again what
 * this one has initialised: its statics are restored instead.
 */
final class ProgramLoader extends MobileClassLoader {
  static {
    registerAsParallelCapable();
  }

  private record Variant(String name, boolean initialisedBefore) {}

  private final Set<String> initialisedBefore;
  private final Map<Variant, byte[]> rewritten;
  private final Set<Class<?>> initialised = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Map<String, @Nullable Object> handedOver =
      Collections.synchronizedMap(new HashMap<>());
  private volatile @Nullable String stays;

  ProgramLoader(URL[] urls, ClassLoader parent) {
    this(urls, parent, Set.of(), new ConcurrentHashMap<>());
  }

  private ProgramLoader(
      URL[] urls, ClassLoader parent, Set<String> initialisedBefore, Map<Variant, byte[]> known) {
    super(urls, parent);
    this.initialisedBefore = initialisedBefore;
    this.rewritten = known;
  }

  /** Creates the loader of a program that was frozen. */
  ProgramLoader(URL[] urls, ClassLoader parent, List<String> initialisedBefore) {
    this(urls, parent, new LinkedHashSet<>(initialisedBefore), new ConcurrentHashMap<>());
  }

  /** Creates the next incarnation's loader. */
  ProgramLoader successor() {
    return new ProgramLoader(getURLs(), getParent(), initialisedNames(), rewritten);
  }

  /** Gets the names of the classes that this or an earlier loader initialised. */
  Set<String> initialisedNames() {
    Set<String> names = new LinkedHashSet<>(initialisedBefore);
    synchronized (initialised) {
      initialised.forEach(type -> names.add(type.getName()));
    }
    return names;
  }

  @Override
  protected byte[] rewrite(String name, byte[] classFile) {
    boolean before = initialisedBefore.contains(name);
    return rewritten.computeIfAbsent(
        new Variant(name, before),
        variant -> {
          ClassReader reader = new ClassReader(super.rewrite(name, classFile));
          ClassWriter writer = new LargeClassWriter(reader);
          reader.accept(new HandOvers(new Statics(writer, before)), 0);
          return writer.toByteArray();
        });
  }

  /** Keeps the program in this loader, because of a call that it makes. */
  void stay(String call) {
    stays = call;
  }

  /** Gets the call because of which the program stays in this loader; null if it may move. */
  @Nullable String stays() {
    return stays;
  }

  void initialising(Class<?> type) {
    initialised.add(type);
  }

  /**
   * Gets the static fields that travel. First those that interfaces keep lambdas in, which other
   * values name, then those of enums, on which other values depend.
   */
  List<Field> statics() {
    List<Class<?>> types = new ArrayList<>();
    for (String name : initialisedBefore) {
      types.add(load(name));
    }
    synchronized (initialised) {
      initialised.stream().filter(type -> !types.contains(type)).forEach(types::add);
    }
    types.sort(Comparator.comparing(type -> !type.isEnum()));
    List<Field> fields = new ArrayList<>();
    for (Class<?> type : types) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && !isConstant(type, field)) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    fields.sort(Comparator.comparing(field -> InterfaceLambda.in(field) == null));
    return fields;
  }

  private Class<?> load(String name) {
    try {
      return loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fields that this loader left final are constants, or an interface's. */
  private static boolean isConstant(Class<?> type, Field field) {
    return !type.isInterface() && Modifier.isFinal(field.getModifiers());
  }

  void handOver(Field field, @Nullable Object value) {
    handedOver.put(key(field.getDeclaringClass(), field.getName()), value);
  }

  @Nullable Object handedOver(Class<?> type, String field) {
    String key = key(type, field);
    if (!handedOver.containsKey(key)) {
      throw new IllegalStateException(
          "interface "
              + key
              + " was needed before it was restored: make the field a constant, or move it to a"
              + " class.");
    }
    Object value = handedOver.get(key);
    if (value instanceof InterfaceLambda.Recipe recipe) {
      value = recipe.make();
      handedOver.put(key, value);
    }
    return value;
  }

  private static String key(Class<?> type, String field) {
    return type.getName() + "." + field;
  }
}
