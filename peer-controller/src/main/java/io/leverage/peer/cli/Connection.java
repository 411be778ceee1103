package io.leverage.peer.cli;

import io.leverage.RefusedException;
import io.leverage.peer.PeerAddress;
import io.leverage.peer.internal.access.ClientLink;
import io.leverage.peer.internal.access.TokenFile;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.ListThreads;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import io.leverage.peer.internal.unit.UnitMessage.Threads;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;

/** A command's connection to the peer that it asks. */
final class Connection implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** Commands are pushed nothing. */
  private static final RequestHandler NOTHING =
      (link, request) -> {
        throw new RefusedException("a command answers no requests");
      };

  private final PeerAddress peer;
  private final Link link;

  private Connection(PeerAddress peer, Link link) {
    this.peer = peer;
    this.link = link;
  }

  /** Describes the options that every command has which asks a peer. */
  static Arguments describe(Arguments arguments) {
    return arguments.value(
        "peer",
        "HOST:PORT,...",
        "the peer to ask, the first of several that answers; by default one that you run here");
  }

  /** Connects to the peer that was named, or else to the first local one that answers. */
  static Connection open(Arguments given) {
    Optional<String> named = given.get("peer");
    if (named.isPresent()) {
      return openFirst(PeerAddress.parseAll(named.get()));
    }
    for (PeerAddress peer : TokenFile.localPeers()) {
      try {
        return open(peer);
      } catch (io.leverage.UnreachableException e) {
        // It has died and left its token; the next may live.
      }
    }
    return open(new PeerAddress(PeerAddress.DEFAULT_HOST, PeerAddress.DEFAULT_PORT));
  }

  private static Connection openFirst(List<PeerAddress> peers) {
    for (PeerAddress peer : peers.subList(0, peers.size() - 1)) {
      try {
        return open(peer);
      } catch (io.leverage.LeverageException e) {
        // The next may let us in; what the last one says is told.
      }
    }
    return open(peers.get(peers.size() - 1));
  }

  private static Connection open(PeerAddress peer) {
    return new Connection(peer, ClientLink.open(peer, ForkJoinPool.commonPool(), NOTHING));
  }

  PeerAddress peer() {
    return peer;
  }

  <T extends UnitMessage> T ask(UnitMessage request, Class<T> expected) {
    return link.call(request, expected, TIMEOUT);
  }

  /** Gets the full id of a thread that is named by its id, or by its name if only one has it. */
  String thread(String text) {
    if (text.contains("/")) {
      return text;
    }
    List<String> ids =
        ask(new ListThreads(""), Threads.class).threads().stream()
            .map(ThreadStatus::thread)
            .filter(id -> id.substring(id.indexOf('/') + 1).equals(text))
            .toList();
    if (ids.isEmpty()) {
      throw new RefusedException(
          "there is no thread '%s': 'leverage ps' lists the threads".formatted(text));
    }
    if (ids.size() > 1) {
      throw new RefusedException(
          "'%s' is the name of %d threads; write one of %s"
              .formatted(text, ids.size(), ids.stream().collect(Collectors.joining(", "))));
    }
    return ids.get(0);
  }

  @Override
  public void close() {
    link.close();
  }
}
