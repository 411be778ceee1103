package io.leverage.runtime.internal.codec;

import io.leverage.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Restores one object from its Java serialised form and the contents of its slots. */
final class ShellInput extends ObjectInputStream {
  private final List<@Nullable Object> slots;
  private final KnownTypes known;
  private @Nullable Object resolved;

  private ShellInput(InputStream in, int length, List<@Nullable Object> slots, KnownTypes known)
      throws IOException {
    super(in);
    this.slots = slots;
    this.known = known;
    enableResolveObject(true);
    setObjectInputFilter(info -> check(info, length));
  }

  static Object read(byte[] bytes, List<@Nullable Object> slots, KnownTypes known) {
    try (ShellInput input =
        new ShellInput(new ByteArrayInputStream(bytes), bytes.length, slots, known)) {
      return input.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new RefusedException("corrupt checkpoint, or one of other classes: " + e, e);
    }
  }

  private ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info, int length) {
    Class<?> type = info.serialClass();
    Object slot = resolved;
    resolved = null;
    if (slot != null && slot.getClass() == type) {
      return ObjectInputFilter.Status.ALLOWED; // it isn't of these bytes
    }
    if (info.arrayLength() > Math.max(length, 1024)) {
      return ObjectInputFilter.Status.REJECTED;
    }
    if (type == null || type.isArray() || type == Slot.class) {
      return ObjectInputFilter.Status.ALLOWED;
    }
    Class<?> jdk = type.isInterface() ? type : Origin.jdkPart(type);
    boolean allowed =
        type.isInterface()
            || ShellSerializer.isInnerLock(type)
            || Enum.class.isAssignableFrom(jdk)
            || jdk == Record.class
            || jdk == Number.class
            || jdk == Object.class
            || (Serializable.class.isAssignableFrom(jdk) && ShellSerializer.supports(jdk));
    return allowed ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
  }

  @Override
  protected @Nullable Object resolveObject(Object object) {
    if (!(object instanceof Slot slot)) {
      return object;
    }
    resolved = slots.get(slot.index()); // is checked next
    return resolved;
  }

  @Override
  protected ObjectStreamClass readClassDescriptor() throws IOException, ClassNotFoundException {
    String name = readUTF();
    // The user's loader need not see this class.
    return ObjectStreamClass.lookupAny(
        name.equals(Slot.class.getName()) ? Slot.class : known.load(name));
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass descriptor) {
    return descriptor.forClass();
  }
}
