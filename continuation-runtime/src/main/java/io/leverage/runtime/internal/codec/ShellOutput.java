package io.leverage.runtime.internal.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one object by its Java serialised form and collects what it refers to. */
final class ShellOutput extends ObjectOutputStream {
  private final List<Object> slots = new ArrayList<>();
  private final Set<Object> own = Collections.newSetFromMap(new IdentityHashMap<>());
  private final @Nullable Object cause;
  private final HeldLambdas lambdas;
  private @Nullable Object root;

  private ShellOutput(
      OutputStream out, List<Object> own, @Nullable Object cause, HeldLambdas lambdas)
      throws IOException {
    super(out);
    this.own.addAll(own);
    this.cause = cause;
    this.lambdas = lambdas;
    enableReplaceObject(true);
  }

  /** A serialised form, and what lies in its slots. */
  @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
  record Shell(byte[] bytes, List<Object> slots) {}

  /**
   * Writes an object.
   *
   * @param own what is written beside it, and left out
   * @param cause what caused it, if it is an exception: it will be as new, without a cause yet
   * @param graph what it is part of
   */
  static Shell write(Object object, List<Object> own, @Nullable Object cause, GraphKryo graph) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HeldLambdas lambdas = new HeldLambdas(object, graph.known());
    try (ShellOutput output = new ShellOutput(bytes, own, cause, lambdas)) {
      output.writeObject(object);
      output.flush();
      return new Shell(bytes.toByteArray(), output.slots);
    } catch (IOException e) {
      throw graph.at().refuse(object.getClass(), "its Java serialisation failed: " + e);
    }
  }

  @Override
  protected @Nullable Object replaceObject(Object object) {
    Object whole = root;
    if (whole == null) {
      root = object; // the object itself, or what its writeReplace gives
      return object;
    }
    if (object == cause) {
      return whole; // a cause that is the exception itself is one that wasn't given yet
    }
    if (object instanceof Slot
        || ShellSerializer.isInnerLock(object.getClass())
        || ShellSerializer.isPart(whole, object)) {
      return object;
    }
    if (own.contains(object)) {
      return null;
    }
    // Java has asked a lambda what it is before it asks us.
    slots.add(object instanceof SerializedLambda said ? lambdas.find(said) : object);
    return new Slot(slots.size() - 1);
  }

  /** Classes are looked up by name: their hashes change when class files are rewritten on load. */
  @Override
  protected void writeClassDescriptor(ObjectStreamClass descriptor) throws IOException {
    writeUTF(descriptor.getName());
  }
}
