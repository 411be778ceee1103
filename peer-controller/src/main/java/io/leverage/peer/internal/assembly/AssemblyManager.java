package io.leverage.peer.internal.assembly;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.record.BlobStore;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.store.StateStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The assembly manager: keeps the users' jars in the store by the SHA-256 of their content, and
 * those that a worker of this peer needs in a cache on disk. It never loads a class from them.
 */
public final class AssemblyManager {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final BlobStore assemblies;
  private final Path cache;

  /**
   * Creates a manager.
   *
   * @param cache where the jars that workers load are kept
   */
  public AssemblyManager(StateStore store, Path cache) {
    this.assemblies = new BlobStore(store);
    this.cache = cache;
  }

  /** Says which assemblies the mesh lacks. */
  public List<String> missing(List<String> hashes) {
    hashes.forEach(AssemblyManager::check);
    return hashes.stream()
        .distinct()
        .filter(hash -> !assemblies.contains(StoreKeys.assemblies(), hash))
        .toList();
  }

  /**
   * Stores an assembly.
   *
   * @throws RefusedException if the content isn't what the hash says, or isn't a jar
   */
  public void add(String hash, byte[] content) {
    check(hash);
    if (!BlobStore.hash(content).equals(hash)) {
      throw new RefusedException(
          "the assembly that came is not the one announced, " + hash + ": send it again");
    }
    checkJar(hash, content);
    assemblies.put(StoreKeys.assemblies(), content);
  }

  /**
   * Gets the file of an assembly for a worker to load.
   *
   * @throws RefusedException if the mesh doesn't have it
   * @throws UnreachableException if it can't be kept on disk here
   */
  public Path fetch(String hash) {
    check(hash);
    Path file = cache.resolve(hash + ".jar");
    try {
      if (Files.exists(file) && BlobStore.hash(Files.readAllBytes(file)).equals(hash)) {
        return file;
      }
      byte[] content =
          assemblies
              .get(StoreKeys.assemblies(), hash)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          "no peer has the assembly "
                              + hash
                              + ": open the virtual computer again"
                              + " from a program that has the jar"));
      Files.createDirectories(cache);
      Path part = Files.createTempFile(cache, hash, ".part");
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UnreachableException(
          String.format(
              Locale.ROOT,
              "can't keep an assembly in %s: %s. Check its free space and permissions.",
              cache,
              e),
          e);
    }
  }

  private static void check(String hash) {
    if (!HASH.matcher(hash).matches()) {
      throw new RefusedException(
          "'" + hash + "' does not name an assembly: use its SHA-256 in lower-case hexadecimal");
    }
  }

  private static void checkJar(String hash, byte[] content) {
    try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(content))) {
      int entries = 0;
      while (jar.getNextEntry() != null) { // reading to the end checks every entry
        entries++;
      }
      if (entries == 0) {
        throw new ZipException("it has no entries");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedException(
          "the file with SHA-256 " + hash + " isn't a jar: " + e.getMessage() + ". Build it again.",
          e);
    }
  }
}
