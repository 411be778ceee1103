package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import io.leverage.continuation.MobileEntry;
import io.leverage.continuation.Travelling;
import java.io.PrintStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.objenesis.strategy.StdInstantiatorStrategy;

/** Kryo with our rules: who serialises what, references everywhere, the path for messages. */
public final class GraphKryo extends Kryo {
  static {
    // Kryo's use of sun.misc.Unsafe gains us nothing and makes JDK 24 and later print warnings.
    if (System.getProperty("kryo.unsafe") == null) {
      System.setProperty("kryo.unsafe", "false");
    }
  }

  private final Path path = new Path();
  private final List<Runnable> fills = new ArrayList<>();
  private final List<Travelling> arrivals = new ArrayList<>();
  private final EntryOwners owners = new EntryOwners();
  private final KnownTypes known;
  private final IdentityHashes hashes;
  private final OpenReferences references;
  private final @Nullable CarriedObjects carried;
  private final Serializers serializers;

  /**
   * Creates an instance.
   *
   * @param loader finds the user's classes
   * @param carried where objects that are carried by reference lie; null if none may be
   * @param finalFields takes the values of static fields that can't be set
   */
  public GraphKryo(
      ClassLoader loader,
      @Nullable CarriedObjects carried,
      BiConsumer<Field, @Nullable Object> finalFields) {
    this(
        loader,
        carried,
        finalFields,
        new IdentityHashes(carried != null),
        new KnownTypes(loader, carried == null || !carried.isOpen()));
  }

  private GraphKryo(
      ClassLoader loader,
      @Nullable CarriedObjects carried,
      BiConsumer<Field, @Nullable Object> finalFields,
      IdentityHashes hashes,
      KnownTypes known) {
    super(new NamedTypes(known), new OpenReferences(carried != null, hashes));
    this.known = known;
    this.hashes = hashes;
    references = (OpenReferences) getReferenceResolver();
    this.carried = carried;
    setClassLoader(loader);
    setReferences(true);
    setAutoReset(false); // entries of maps are written behind the graph
    setRegistrationRequired(false);
    setInstantiatorStrategy(new StdInstantiatorStrategy());
    references.refuseWith(path);
    serializers = new Serializers(this);
    BoxSerializer.TYPES.forEach(type -> register(type, serializers.of(type)));
    if (carried != null) {
      register(String.class, new InternedStringSerializer());
      register(StaticField.class, new StaticFieldSerializer(finalFields));
    }
    register(MobileEntry.class, new EntrySerializer());
    register(Lambda.class, new LambdaSerializer());
    register(JdkLambda.class, new ShellSerializer(Object.class, false));
    register(JdkComposition.class, new CompositionSerializer());
    register(InvocationHandler.class, new ProxySerializer()); // Kryo takes proxies for it
  }

  /** Forgets what an earlier, failed use left. */
  public void begin() {
    path.clear();
    fills.clear();
    arrivals.clear();
    owners.clear();
    hashes.clear();
    references.clearOpen();
  }

  /** Writes a whole graph: its length, itself, and the identity hash codes of its objects. */
  public void writeGraph(Output output, @Nullable Object graph) {
    int start = output.position();
    output.writeInt(0);
    writeClassAndObject(output, graph);
    owners.write(this, output);
    int end = output.position();
    output.setPosition(start);
    output.writeInt(end - start - Integer.BYTES);
    output.setPosition(end);
    hashes.write(output);
  }

  /** Reads a whole graph. */
  public @Nullable Object readGraph(Input input) {
    int length = input.readInt();
    int start = input.position();
    if (length < 0 || length > input.limit() - start) {
      throw new RefusedException("corrupt checkpoint: a graph of " + length + " bytes.");
    }
    input.setPosition(start + length);
    hashes.read(input);
    input.setPosition(start);
    input.setLimit(start + length);
    Object graph = readClassAndObject(input);
    owners.read(this, input);
    if (input.position() != input.limit()) {
      throw new RefusedException("corrupt checkpoint: bytes are left after the graph.");
    }
    new ArrayList<>(fills).forEach(Runnable::run);
    owners.bind();
    arrivals.forEach(Travelling::arrive);
    return graph;
  }

  /** Gets what must run when the whole graph was read. */
  List<Runnable> fills() {
    return fills;
  }

  /** Gets what makes its working parts when the whole graph was read and filled. */
  List<Travelling> arrivals() {
    return arrivals;
  }

  KnownTypes known() {
    return known;
  }

  EntryOwners owners() {
    return owners;
  }

  /** Describes where the writer is. */
  public String path() {
    return path.toString();
  }

  Path at() {
    return path;
  }

  OpenReferences references() {
    return references;
  }

  /** Whether the whole program travels, its statics too, so that everything stays as it is. */
  boolean wholeProgram() {
    return carried != null;
  }

  CarriedObjects carried() {
    if (carried == null) {
      throw new IllegalStateException("nothing can be carried by reference");
    }
    return carried;
  }

  /** Stands for the lambda objects of user classes: the classes of lambdas have no name. */
  static final class Lambda {
    private Lambda() {}
  }

  /** Stands for the serialisable lambda objects of the JDK, such as comparators. */
  static final class JdkLambda {
    private JdkLambda() {}
  }

  /** Stands for the functions that the JDK composes of others. */
  static final class JdkComposition {
    private JdkComposition() {}
  }

  @Override
  @SuppressWarnings("rawtypes") // as Kryo declares it
  public Registration getRegistration(Class type) {
    if (EntrySerializer.isNode(type)) {
      return super.getRegistration(MobileEntry.class);
    }
    if (type.isHidden()) {
      return super.getRegistration(standIn(type));
    }
    if (!wholeProgram() && PrintStream.class.isAssignableFrom(type)) {
      return super.getRegistration(PrintStream.class); // System.out may be of any class
    }
    return super.getRegistration(type);
  }

  private static Class<?> standIn(Class<?> lambda) {
    if (!Origin.isJdk(lambda)) {
      return Lambda.class;
    }
    if (Serializable.class.isAssignableFrom(lambda)) {
      return JdkLambda.class;
    }
    return Composition.of(lambda) == null ? Lambda.class : JdkComposition.class;
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"}) // as Kryo declares it
  public Serializer<?> getDefaultSerializer(Class type) {
    // Kryo's constructor asks for the serialisers of the types that it registers itself.
    return serializers == null ? super.getDefaultSerializer(type) : serializers.of(type);
  }

  Serializer<?> kryoDefault(Class<?> type) {
    return super.getDefaultSerializer(type);
  }
}
