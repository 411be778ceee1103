package io.leverage.peer.internal.access;

import io.leverage.RefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A peer's folder on disk: writable, with some space, and used by no other peer. */
public final class DataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

  /** Less than this is not enough to begin with. */
  private static final long MIN_SPACE = 64L << 20;

  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Opens the folder, and creates it if need be.
   *
   * @throws RefusedException if it can't be used; the message says why
   */
  public static DataFolder open(Path path) {
    FileChannel channel = null;
    try {
      Files.createDirectories(path);
      long space = Files.getFileStore(path).getUsableSpace();
      if (space < MIN_SPACE) {
        throw refused(
            path, String.format(Locale.ROOT, "has only %d MiB of free space", space >> 20), null);
      }
      channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw refused(path, "is used by another peer", null);
      }
      return new DataFolder(path, channel);
    } catch (IOException e) {
      throw refused(path, "can't be written (" + e + ")", e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      // The lock lives as long as the channel.
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Gets the folder. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      LOG.debug("closing the lock of {}", path, e);
    }
  }

  private static RefusedException refused(Path path, String why, @Nullable IOException cause) {
    String message =
        String.format(
            Locale.ROOT,
            "the data folder %s %s: choose another with --data",
            path.toAbsolutePath(),
            why);
    return cause == null ? new RefusedException(message) : new RefusedException(message, cause);
  }
}
