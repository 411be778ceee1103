package io.leverage.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Finds base ports whose three ports are free, below where systems hand out ports by themselves.
 */
public final class TestPorts {
  private TestPorts() {}

  /** Finds an address. */
  public static PeerAddress free() {
    for (int attempt = 0; attempt < 1000; attempt++) {
      PeerAddress address =
          new PeerAddress("127.0.0.1", ThreadLocalRandom.current().nextInt(12_000, 30_000));
      if (isFree(address)) {
        return address;
      }
    }
    throw new IllegalStateException("no port is free");
  }

  /** Finds several addresses, none of whose ports is another's. */
  public static List<PeerAddress> free(int count) {
    int first = ThreadLocalRandom.current().nextInt(12_000, 29_000);
    List<PeerAddress> found =
        IntStream.range(first, first + PeerAddress.CLIENT_OFFSET)
            .mapToObj(port -> new PeerAddress("127.0.0.1", port))
            .filter(TestPorts::isFree)
            .limit(count)
            .toList();
    if (found.size() < count) {
      throw new IllegalStateException("not enough ports are free");
    }
    return found;
  }

  private static boolean isFree(PeerAddress address) {
    return isFree(address.port()) && isFree(address.clientPort()) && isFree(address.detectorPort());
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
