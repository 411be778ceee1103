package io.leverage.runtime;

import io.leverage.runtime.internal.classes.LargeClassWriter;
import io.leverage.runtime.internal.classes.MethodNames;
import io.leverage.runtime.internal.classes.Portability;
import io.leverage.runtime.internal.classes.Reflection;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Loads the classes of mobile code, its own before its parent's, so that each copy of a program has
 * its own statics. Classes of the JDK and the API are the parent's.
 *
 * <p>On the way classes are rewritten: stack traces of resumed methods show the user's names and
 * lines, reflection lists the user's members only, and lambdas and records can be serialised.
 */
public class MobileClassLoader extends URLClassLoader {
  private static final Set<String> SHARED =
      Set.of(
          "io.leverage",
          "io.leverage.continuation",
          "io.leverage.spi",
          "io.leverage.runtime",
          "io.leverage.runtime.internal.exec");

  /** Renamed as the program's classes that implement them are, so each loader has its own. */
  private static final String TWINS = "io.leverage.continuation.twin.";

  static {
    registerAsParallelCapable();
  }

  /**
   * Creates a loader.
   *
   * @param urls jars and folders of classes
   * @param parent has the API, and what isn't found here
   */
  public MobileClassLoader(URL[] urls, ClassLoader parent) {
    super(urls, parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        loaded = isShared(name) ? null : define(name);
      }
      if (loaded == null) {
        return super.loadClass(name, resolve);
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  private static boolean isShared(String name) {
    int dot = name.lastIndexOf('.');
    return name.startsWith("java.") || (dot > 0 && SHARED.contains(name.substring(0, dot)));
  }

  private @Nullable Class<?> define(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    URL resource = name.startsWith(TWINS) ? getParent().getResource(path) : findResource(path);
    if (resource == null) {
      return null;
    }
    byte[] classFile;
    try (InputStream in = resource.openStream()) {
      classFile = in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    byte[] rewritten = rewrite(name, classFile);
    int dot = name.lastIndexOf('.');
    if (dot > 0 && getDefinedPackage(name.substring(0, dot)) == null) {
      try {
        definePackage(name.substring(0, dot), null, null, null, null, null, null, null);
      } catch (IllegalArgumentException e) {
        // Another thread defined it first.
      }
    }
    return defineClass(
        name, rewritten, 0, rewritten.length, new CodeSource(resource, (Certificate[]) null));
  }

  /**
   * Rewrites a class before it is defined.
   *
   * @param name its name
   * @param classFile as it was found
   * @return the class to define
   */
  protected byte[] rewrite(String name, byte[] classFile) {
    ClassReader reader = new ClassReader(LineRestoring.restore(classFile));
    ClassWriter writer = new LargeClassWriter(reader);
    reader.accept(new MethodNames(new Reflection(new Portability(writer))), 0);
    return writer.toByteArray();
  }
}
