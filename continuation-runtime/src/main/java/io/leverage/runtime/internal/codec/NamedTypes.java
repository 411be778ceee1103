package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.util.DefaultClassResolver;

/** Resolves the names of classes in bytes: only known ones. */
final class NamedTypes extends DefaultClassResolver {
  private final KnownTypes known;

  NamedTypes(KnownTypes known) {
    this.known = known;
  }

  @Override
  protected Class<?> getTypeByName(String name) {
    Class<?> type = super.getTypeByName(name);
    return type == null ? known.load(name) : type;
  }
}
