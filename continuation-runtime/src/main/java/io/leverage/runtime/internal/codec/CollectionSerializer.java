package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.Stack;
import java.util.TreeSet;
import java.util.Vector;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.PriorityBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Writes mutable collections, and objects of user classes that extend them: how it was made, the
 * user's fields, the elements in the order of iteration.
 */
final class CollectionSerializer extends Serializer<Collection<?>> {
  private static final Set<Class<?>> HASHED = Set.of(HashSet.class, LinkedHashSet.class);
  private static final Set<Class<?>> SORTED =
      Set.of(
          TreeSet.class,
          PriorityQueue.class,
          PriorityBlockingQueue.class,
          ConcurrentSkipListSet.class);
  private static final Set<Class<?>> PLAIN =
      Set.of(
          ArrayList.class,
          LinkedList.class,
          ArrayDeque.class,
          Vector.class,
          Stack.class,
          ConcurrentLinkedQueue.class,
          ConcurrentLinkedDeque.class,
          CopyOnWriteArrayList.class,
          CopyOnWriteArraySet.class);

  private static final int QUEUE_CAPACITY = 11;

  private final Class<?> jdk;
  private final @Nullable UserFields fields;
  private final Constructor<?> constructor;
  private final MethodHandle iterator;
  private final MethodHandle add;

  CollectionSerializer(Class<?> type, boolean transientToo) {
    jdk = Origin.jdkPart(type);
    fields = type == jdk ? null : new UserFields(type, transientToo);
    iterator =
        Construction.superMethod(type, jdk, "iterator", MethodType.methodType(Iterator.class));
    add =
        Construction.superMethod(
            type, jdk, "add", MethodType.methodType(boolean.class, Object.class));
    constructor =
        HASHED.contains(jdk)
            ? Construction.through(type, jdk, int.class, float.class)
            : isVector()
                ? Construction.through(type, Vector.class, int.class, int.class)
                : jdk == PriorityBlockingQueue.class
                    ? Construction.through(type, jdk, int.class, Comparator.class)
                    : SORTED.contains(jdk)
                        ? Construction.through(type, jdk, Comparator.class)
                        : Construction.through(type, jdk);
  }

  static boolean supports(Class<?> jdk) {
    return HASHED.contains(jdk) || SORTED.contains(jdk) || PLAIN.contains(jdk);
  }

  private boolean isVector() {
    return Vector.class.isAssignableFrom(jdk);
  }

  @Override
  public void write(Kryo kryo, Output output, Collection<?> collection) {
    GraphKryo graph = (GraphKryo) kryo;
    if (isPartOfAnother(collection)) {
      throw graph
          .at()
          .refuse(
              collection.getClass(), "it is a view of another set. Copy it: new TreeSet<>(view).");
    }
    if (HASHED.contains(jdk)) {
      TableSize.of((HashSet<?>) collection).write(output);
    } else if (isVector()) {
      VectorSize.of((Vector<?>) collection).write(output);
    } else if (SORTED.contains(jdk)) {
      graph.at().enter("comparator");
      graph.references().open(collection);
      kryo.writeClassAndObject(output, comparator(collection));
      graph.references().close(collection);
      graph.at().leave();
    }
    if (fields != null) {
      fields.write(graph, output, collection);
    }
    @Nullable Object[] elements = elements(collection);
    output.writeVarInt(elements.length, true);
    for (int i = 0; i < elements.length; i++) {
      graph.at().enter(i);
      kryo.writeClassAndObject(output, elements[i]);
      graph.at().leave();
    }
  }

  @Override
  public Collection<?> read(Kryo kryo, Input input, Class<? extends Collection<?>> type) {
    GraphKryo graph = (GraphKryo) kryo;
    Collection<?> collection = create(kryo, input);
    kryo.reference(collection);
    if (fields != null) {
      fields.read(graph, input, collection);
    }
    @Nullable Object[] elements = new @Nullable Object[Lengths.read(input, 1)];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = kryo.readClassAndObject(input);
    }
    if (PLAIN.contains(jdk) && jdk != CopyOnWriteArraySet.class) {
      fill(collection, elements);
    } else {
      graph.fills().add(() -> fill(collection, elements));
    }
    return collection;
  }

  /** A view of a sorted set has the class of a whole set; only its spliterator tells. */
  private static boolean isPartOfAnother(Collection<?> collection) {
    return (collection instanceof TreeSet<?> tree
            && !tree.spliterator().hasCharacteristics(Spliterator.SIZED | Spliterator.SORTED))
        || (collection instanceof ConcurrentSkipListSet<?> list
            && !list.spliterator().hasCharacteristics(Spliterator.CONCURRENT));
  }

  private Collection<?> create(Kryo kryo, Input input) {
    if (HASHED.contains(jdk)) {
      TableSize size = TableSize.read(input);
      return (Collection<?>) Construction.create(constructor, size.capacity(), size.loadFactor());
    } else if (isVector()) {
      VectorSize size = VectorSize.read(input);
      return (Collection<?>) Construction.create(constructor, size.capacity(), size.increment());
    } else if (jdk == PriorityBlockingQueue.class) {
      return (Collection<?>)
          Construction.create(constructor, QUEUE_CAPACITY, kryo.readClassAndObject(input));
    } else if (SORTED.contains(jdk)) {
      return (Collection<?>)
          Construction.create(constructor, new @Nullable Object[] {kryo.readClassAndObject(input)});
    }
    return (Collection<?>) Construction.create(constructor);
  }

  private static @Nullable Comparator<?> comparator(Collection<?> collection) {
    if (collection instanceof PriorityBlockingQueue<?> queue) {
      return queue.comparator();
    }
    return collection instanceof PriorityQueue<?> queue
        ? queue.comparator()
        : ((SortedSet<?>) collection).comparator();
  }

  private @Nullable Object[] elements(Collection<?> collection) {
    java.util.List<@Nullable Object> elements = new ArrayList<>();
    try {
      Iterator<?> each = (Iterator<?>) iterator.invoke(collection);
      each.forEachRemaining(elements::add);
    } catch (Throwable e) {
      throw new IllegalStateException("iterating over a " + jdk.getName(), e);
    }
    return elements.toArray();
  }

  private void fill(Collection<?> collection, @Nullable Object[] elements) {
    try {
      for (Object element : elements) {
        var unused = (boolean) add.invoke(collection, element);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("filling a " + jdk.getName(), e);
    }
  }
}
