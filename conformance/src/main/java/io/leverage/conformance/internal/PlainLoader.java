package io.leverage.conformance.internal;

import java.net.URL;
import java.net.URLClassLoader;

/** Loads a library as it is, and before another version of it that its tests depend on. */
final class PlainLoader extends URLClassLoader {
  PlainLoader(URL[] urls, ClassLoader parent) {
    super(urls, parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null && !name.startsWith("java.")) {
        try {
          loaded = findClass(name);
        } catch (ClassNotFoundException e) {
          // The parent has it, or nobody.
        }
      }
      return loaded == null ? super.loadClass(name, resolve) : loaded;
    }
  }
}
