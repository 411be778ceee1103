package io.leverage.peer.internal.client;

import io.leverage.RefusedException;
import io.leverage.peer.Peer;
import io.leverage.peer.PeerAddress;
import io.leverage.peer.PeerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The peer inside a user's program: alone, with workers in the same process. It starts with the
 * first session that needs it and ends with the last.
 */
final class EmbeddedPeer {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPeer.class);
  private static @Nullable EmbeddedPeer running;

  private final Peer peer;
  private final Path folder;
  private int users;

  private EmbeddedPeer() {
    try {
      folder = Files.createTempDirectory("leverage");
    } catch (IOException e) {
      throw new RefusedException(
          "can't make a folder for the embedded peer below "
              + System.getProperty("java.io.tmpdir")
              + ": make it writable, or name another with -Djava.io.tmpdir",
          e);
    }
    QuietLibraries.quietUnlessConfigured();
    peer =
        Peer.start(PeerOptions.ofDefaults().withNobody().withData(folder).withInProcessWorkers());
  }

  /** Gets the running peer, or starts one; {@link #release} it. */
  static EmbeddedPeer acquire() {
    synchronized (EmbeddedPeer.class) {
      if (running == null) {
        running = new EmbeddedPeer();
      }
      running.users++;
      return running;
    }
  }

  PeerAddress address() {
    return peer.address();
  }

  void release() {
    synchronized (EmbeddedPeer.class) {
      users--;
      if (users > 0) {
        return;
      }
      running = null;
    }
    peer.close();
    delete();
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("{} can't be removed: {}", folder, e.toString());
    }
  }
}
