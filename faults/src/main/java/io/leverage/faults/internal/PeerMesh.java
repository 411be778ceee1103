package io.leverage.faults.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A mesh of real peers; those that die are started again, so that it keeps its size. */
final class PeerMesh implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration DUMPED = Duration.ofSeconds(3);
  private static final int PORTS_APART = 3;
  private static final int MESHES_APART = 100;
  private static final int MESHES_AT_ONCE = 30;
  private static final AtomicInteger MADE = new AtomicInteger();

  private final List<PeerProcess> peers = new ArrayList<>();

  PeerMesh(Jvm jvm, Network network, Path folder, MeshOptions options) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int port = PeerProcess.firstPort() + MESHES_APART * (MADE.getAndIncrement() % MESHES_AT_ONCE);
    for (int i = 1; i <= options.size(); i++) {
      int own = port + PORTS_APART * i; // tokens are named by ports
      peers.add(
          new PeerProcess(jvm, network, i, own, folder, options.arguments(), options.fakeClocks()));
    }
  }

  /** Starts all. */
  void start() {
    peers.get(0).start("none");
    for (PeerProcess peer : peers.subList(1, peers.size())) {
      peer.start(peers.get(0).address());
    }
    awaitWhole();
    awaitSettled();
  }

  List<PeerProcess> peers() {
    return peers;
  }

  List<String> addresses() {
    return peers.stream().map(PeerProcess::address).toList();
  }

  PeerProcess peer(int index) {
    return peers.get(index);
  }

  /** The one that has been there longest, which coordinates the views of the mesh. */
  PeerProcess oldest() {
    return peers.stream().min(Comparator.comparingLong(PeerProcess::startedAt)).orElseThrow();
  }

  /** The one that looks after a virtual computer. */
  PeerProcess deployer(String computer) {
    return peers.stream()
        .filter(peer -> peer.log().deployed(computer) > 0)
        .max(Comparator.comparingLong(peer -> peer.log().deployed(computer)))
        .orElseThrow(() -> new Violation("no peer says that it looks after " + computer));
  }

  /** The one that took a thread last. */
  PeerProcess owner(String thread) {
    return peers.stream()
        .filter(peer -> peer.log().epoch(thread) > 0)
        .max(Comparator.comparingLong(peer -> peer.log().epoch(thread)))
        .orElseThrow(() -> new Violation("no peer says that it has claimed " + thread));
  }

  /** Starts a peer that has ended again, on its address and its folder. */
  void restart(PeerProcess peer) {
    boolean ended = Wait.until(PATIENCE, () -> !peer.isAlive());
    if (!ended) {
      throw new Violation("peer " + peer.machine() + " does not end");
    }
    if (!Wait.until(PATIENCE, () -> peer.orphan().isEmpty())) {
      throw new Violation(
          "worker " + peer.orphan().orElseThrow().pid() + " outlives peer " + peer.machine());
    }
    peer.start(
        peers.stream()
            .filter(other -> other != peer)
            .map(PeerProcess::address)
            .collect(Collectors.joining(",")));
  }

  /** Waits until all see all. */
  void awaitWhole() {
    boolean whole =
        Wait.until(
            PATIENCE,
            () -> {
              checkAlive();
              return peers.stream().allMatch(peer -> peer.log().view() == peers.size());
            });
    if (!whole) {
      throw new Violation(
          "the mesh is not whole again; peers see "
              + peers.stream().map(peer -> peer.log().view()).toList());
    }
  }

  /** Waits until all values have all their copies. */
  void awaitSettled() {
    if (!Wait.until(PATIENCE, this::settled)) {
      throw new Violation(
          "copies are missing; settled are "
              + peers.stream().map(peer -> peer.log().settled()).toList());
    }
  }

  boolean settled() {
    checkAlive();
    return peers.stream()
        .allMatch(
            peer -> peer.log().view() == peers.size() && peer.log().settled() == peers.size());
  }

  /** Does something; where that finds a violation, logs tell what the threads of peers do then. */
  void withEvidence(Runnable something) {
    try {
      something.run();
    } catch (Violation violation) {
      peers.stream().filter(PeerProcess::isAlive).forEach(PeerProcess::dumpThreads);
      Wait.pass(DUMPED);
      throw violation;
    }
  }

  private void checkAlive() {
    for (PeerProcess peer : peers) {
      if (!peer.isAlive()) {
        throw new Violation("peer " + peer.machine() + " has died by itself");
      }
    }
  }

  @Override
  public void close() {
    for (PeerProcess peer : peers) {
      if (peer.isAlive()) {
        peer.thaw();
        peer.kill();
      }
    }
  }
}
