package io.leverage.runtime.internal.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
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
  private boolean rootSeen;

  private ShellOutput(OutputStream out, Object root, List<Object> own) throws IOException {
    super(out);
    this.own.addAll(own);
    if (root instanceof Throwable failure) {
      // These are part of the exception itself, whatever the user's class keeps beside.
      this.own.remove(failure.getCause());
    }
    enableReplaceObject(true);
  }

  /** A serialised form, and what lies in its slots. */
  @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
  record Shell(byte[] bytes, List<Object> slots) {}

  static Shell write(Object object, List<Object> own, Path path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ShellOutput output = new ShellOutput(bytes, object, own)) {
      output.writeObject(object);
      output.flush();
      return new Shell(bytes.toByteArray(), output.slots);
    } catch (IOException e) {
      throw path.refuse(object.getClass(), "its Java serialisation failed: " + e);
    }
  }

  @Override
  protected @Nullable Object replaceObject(Object object) {
    if (!rootSeen) {
      rootSeen = true; // the object itself, or what its writeReplace gives
      return object;
    }
    if (object instanceof Slot || ShellSerializer.isInnerLock(object.getClass())) {
      return object;
    }
    if (own.contains(object)) {
      return null;
    }
    slots.add(object);
    return new Slot(slots.size() - 1);
  }

  /** Classes are looked up by name: their hashes change when class files are rewritten on load. */
  @Override
  protected void writeClassDescriptor(ObjectStreamClass descriptor) throws IOException {
    writeUTF(descriptor.getName());
  }
}
