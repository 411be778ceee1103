package io.leverage.peer;

import io.leverage.RefusedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a peer is: the one {@code host:port} that people write.
 *
 * <p>A peer listens on three ports, all derived from this one, so that one number is enough to join
 * it and to reach it as a client: the mesh on the port itself, clients on port + {@value
 * #CLIENT_OFFSET}, and the detector of dead processes on port + {@value #DETECTOR_OFFSET}.
 *
 * @param host a name or an address; an IPv6 address without brackets
 * @param port the base port, 1 to {@value #MAX_PORT}
 */
public record PeerAddress(String host, int port) {
  /** The first port that a peer tries, and the one where commands look for a peer. */
  public static final int DEFAULT_PORT = 7400;

  /** The host that a peer binds. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  /** How far above the base port clients are served. */
  public static final int CLIENT_OFFSET = 1000;

  /** How far above the base port dead processes are detected. */
  public static final int DETECTOR_OFFSET = 2000;

  /** The largest base port: the ports derived from it must exist. */
  public static final int MAX_PORT = 65535 - DETECTOR_OFFSET;

  /** Checks the port. */
  public PeerAddress {
    if (port < 1 || port > MAX_PORT) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "port %d is out of range: a peer's port is 1 to %d, as it also uses port + %d and port + %d",
              port,
              MAX_PORT,
              CLIENT_OFFSET,
              DETECTOR_OFFSET));
    }
  }

  /**
   * Reads {@code host:port}, {@code [host]:port}, or a port alone for this machine.
   *
   * @param text the address
   * @return the address
   * @throws RefusedException if it is none
   */
  public static PeerAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? DEFAULT_HOST : text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    int port;
    try {
      port = Integer.parseInt(text.substring(colon + 1));
    } catch (NumberFormatException e) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "'%s' is no peer address: write host:port, such as 127.0.0.1:7400",
              text),
          e);
    }
    if (host.isBlank()) {
      throw new RefusedException(
          String.format(
              Locale.ROOT, "'%s' names no host: write host:port, such as 127.0.0.1:7400", text));
    }
    return new PeerAddress(host, port);
  }

  /**
   * Reads addresses separated by commas.
   *
   * @param text the addresses
   * @return the addresses
   * @throws RefusedException if one is none
   */
  public static List<PeerAddress> parseAll(String text) {
    List<PeerAddress> addresses = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      addresses.add(parse(part.strip()));
    }
    return List.copyOf(addresses);
  }

  /** What is added to the base port to get the port for metrics. */
  public static final int METRICS_OFFSET = 3000;

  /**
   * Gets the port for clients.
   *
   * @return the base port + {@value #CLIENT_OFFSET}
   */
  public int clientPort() {
    return port + CLIENT_OFFSET;
  }

  /**
   * Gets the port of the detector of dead processes.
   *
   * @return the base port + {@value #DETECTOR_OFFSET}
   */
  public int detectorPort() {
    return port + DETECTOR_OFFSET;
  }

  /**
   * Resolves the host, and insists that it is this machine's loopback.
   *
   * @return the address
   * @throws RefusedException if it is unknown or not a loopback address
   */
  public InetAddress loopback() {
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new RefusedException(
          String.format(Locale.ROOT, "unknown host '%s': check its spelling", host), e);
    }
    if (!address.isLoopbackAddress()) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "%s is not a loopback address: secure meshes between machines are not available yet, so"
                  + " a peer only talks on this machine; use 127.0.0.1",
              host));
    }
    return address;
  }

  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
  }
}
