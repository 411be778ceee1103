package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import io.leverage.runtime.MobileClassLoader;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** User code from jars and folders, in a class loader of its own. */
public final class MobileCode {
  private MobileCode() {}

  /**
   * Loads a program.
   *
   * @param assemblies its jars and folders, in class path order
   * @throws RefusedException if one is not there
   */
  public static UserCode load(List<String> assemblies) {
    URL[] urls = assemblies.stream().map(MobileCode::url).toArray(URL[]::new);
    ClassLoader loader = new MobileClassLoader(urls, MobileCode.class.getClassLoader());
    return new UserCode(loader, new PooledCodec(loader));
  }

  private static URL url(String assembly) {
    Path file = Path.of(assembly);
    if (!Files.isReadable(file)) {
      throw new RefusedException(
          "the assembly " + assembly + " can't be read: check the peer's data folder");
    }
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new RefusedException("the assembly " + assembly + " has no address", e);
    }
  }
}
