package io.leverage.faults.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small file system of its own for the data folder of each peer, so that it can be full. */
final class Disks implements AutoCloseable {
  private final List<Path> mounted = new ArrayList<>();

  Disks(Path folder, int peers) {
    for (int peer = 1; peer <= peers; peer++) {
      Path disk = folder.resolve("peer-" + peer);
      try {
        Files.createDirectories(disk);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Commands.run("mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", disk.toString());
      mounted.add(disk);
    }
  }

  @Override
  public void close() {
    mounted.forEach(disk -> Commands.succeeds("umount", "-l", disk.toString()));
  }
}
