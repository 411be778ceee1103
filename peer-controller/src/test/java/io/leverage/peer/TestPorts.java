package io.leverage.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

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
      if (isFree(address.port())
          && isFree(address.clientPort())
          && isFree(address.detectorPort())) {
        return address;
      }
    }
    throw new IllegalStateException("no port is free");
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
