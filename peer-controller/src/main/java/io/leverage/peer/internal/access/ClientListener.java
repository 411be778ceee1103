package io.leverage.peer.internal.access;

import io.leverage.RefusedException;
import io.leverage.peer.PeerAddress;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage.Welcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where clients come in. Each must say the token before anything else is heard. */
public final class ClientListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClientListener.class);

  /** How long a client may take to say the token, and to read that it was wrong. */
  private static final long DOOR_SECONDS = 10;

  private static final int MAX_CLIENTS = 1024;

  private final PeerAddress peer;
  private final ServerSocket server;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();

  private ClientListener(PeerAddress peer, ServerSocket server) {
    this.peer = peer;
    this.server = server;
  }

  /**
   * Takes the port for clients, and so claims the peer's address for this process.
   *
   * @throws IOException if it is in use
   */
  public static ClientListener bind(PeerAddress peer) throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.bind(new InetSocketAddress(peer.loopback(), peer.clientPort()));
    } catch (IOException e) {
      server.close();
      throw e;
    }
    return new ClientListener(peer, server);
  }

  /** Gets the address that this process has claimed. */
  public PeerAddress peer() {
    return peer;
  }

  /** Begins to let clients in. */
  public void serve(
      TokenFile token, RequestHandler handler, Executor executor, ScheduledExecutorService timer) {
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                accept(token, handler, executor, timer);
              }
            },
            "clients of " + peer);
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(
      TokenFile token, RequestHandler handler, Executor executor, ScheduledExecutorService timer) {
    try {
      Socket socket = server.accept();
      if (links.size() >= MAX_CLIENTS) {
        LOG.warn("turned a client away: {} are connected", MAX_CLIENTS);
        socket.close();
        return;
      }
      socket.setTcpNoDelay(true);
      Welcome welcome = new Welcome(peer.toString(), Version.get());
      Doorman doorman = new Doorman(token, welcome, handler, links::remove, timer);
      Link link =
          Link.open(
              "client " + socket.getRemoteSocketAddress(),
              socket.getInputStream(),
              socket.getOutputStream(),
              executor,
              doorman);
      links.add(link);
      if (!link.isOpen()) {
        links.remove(link);
      }
      var unused =
          timer.schedule(() -> doorman.closeUnlessWelcome(link), DOOR_SECONDS, TimeUnit.SECONDS);
    } catch (IOException | RuntimeException e) {
      if (!server.isClosed()) {
        LOG.warn("could not let a client in: {}", e.toString());
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.debug("closing the port for clients", e);
    }
    links.forEach(Link::close);
  }

  /** Checks that a port can be bound, so that a clear error comes before a deep one. */
  public static void expectFree(PeerAddress peer, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(peer.loopback(), port));
    } catch (IOException e) {
      throw inUse(peer, port, e);
    }
  }

  /** Says that a port is taken, and what to do. */
  public static RefusedException inUse(PeerAddress peer, int port, IOException cause) {
    return new RefusedException(
        String.format(
            Locale.ROOT,
            "port %d on %s is in use (a peer at %s needs the ports %d, %d and %d): stop what uses it,"
                + " choose another --port, or leave --port out to take the next free one",
            port,
            peer.host(),
            peer,
            peer.port(),
            peer.clientPort(),
            peer.detectorPort()),
        cause);
  }
}
