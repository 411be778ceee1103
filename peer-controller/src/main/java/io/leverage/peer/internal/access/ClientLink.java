package io.leverage.peer.internal.access;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.PeerAddress;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage.Hello;
import io.leverage.peer.internal.unit.UnitMessage.Welcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The client's end of a link to a peer of this machine. */
public final class ClientLink {
  private static final Logger LOG = LoggerFactory.getLogger(ClientLink.class);
  private static final int CONNECT_MILLIS = 5000;
  private static final Duration HELLO = Duration.ofSeconds(10);

  private ClientLink() {}

  /**
   * Connects to a peer and says the token.
   *
   * @param handler of what the peer pushes
   * @throws UnreachableException if no peer answers there
   * @throws RefusedException if the peer doesn't let this user in
   */
  public static Link open(PeerAddress peer, Executor executor, RequestHandler handler) {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(peer.loopback(), peer.clientPort()), CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      Link link =
          Link.open(
              "peer " + peer, socket.getInputStream(), socket.getOutputStream(), executor, handler);
      try {
        link.call(new Hello(TokenFile.read(peer)), Welcome.class, HELLO);
      } catch (RuntimeException e) {
        link.close();
        throw e;
      }
      return link;
    } catch (IOException e) {
      try {
        socket.close();
      } catch (IOException again) {
        LOG.debug("closing a socket that never connected", again);
      }
      throw new UnreachableException(
          String.format(
              Locale.ROOT,
              "no peer answers at %s: start one with 'leverage peer --port %d', or name another with --peer",
              peer,
              peer.port()),
          e);
    }
  }
}
