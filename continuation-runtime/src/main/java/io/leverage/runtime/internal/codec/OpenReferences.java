package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.util.MapReferenceResolver;
import com.esotericsoftware.kryo.util.Util;
import io.leverage.RefusedException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Object identities of one graph. It knows which objects exist only once all their parts do, such
 * as immutable collections, and refuses a cycle through one of them when it is written.
 */
final class OpenReferences extends MapReferenceResolver {
  private final boolean enumsToo;
  private final IdentityHashes hashes;
  private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int hash;
  private @Nullable Path path;

  OpenReferences(boolean enumsToo, IdentityHashes hashes) {
    this.enumsToo = enumsToo;
    this.hashes = hashes;
  }

  void refuseWith(Path refusals) {
    this.path = refusals;
  }

  void clearOpen() {
    open.clear();
  }

  void open(Object whole) {
    open.add(whole);
  }

  void close(Object whole) {
    open.remove(whole);
  }

  @Override
  public int getWrittenId(Object object) {
    hash = hashes.of(object); // now, as what follows asks for the hash codes of all objects
    if (path != null && open.contains(object)) {
      throw path.refuse(
          object.getClass(),
          "it contains itself, and can only be restored after its parts. Break the cycle, or use a"
              + " mutable class such as ArrayList.");
    }
    return super.getWrittenId(object);
  }

  @Override
  public int addWrittenObject(Object object) {
    int id = super.addWrittenObject(object);
    if (hash != 0) {
      hashes.wrote(id, hash);
    }
    return id;
  }

  @Override
  public void setReadObject(int id, Object object) {
    hashes.restored(id, object);
    super.setReadObject(id, object);
  }

  @Override
  @SuppressWarnings("rawtypes") // as Kryo declares it
  public Object getReadObject(Class type, int id) {
    Object object = super.getReadObject(type, id);
    if (object == null) {
      throw new RefusedException("corrupt checkpoint: a reference to an object that isn't whole.");
    }
    return object;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Kryo declares it
  public boolean useReferences(Class type) {
    return !type.isPrimitive() && (enumsToo || !Util.isEnum(type));
  }
}
