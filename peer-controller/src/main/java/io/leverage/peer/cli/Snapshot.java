package io.leverage.peer.cli;

import io.leverage.peer.internal.unit.UnitMessage.ListPeers;
import io.leverage.peer.internal.unit.UnitMessage.ListThreads;
import io.leverage.peer.internal.unit.UnitMessage.PeerStatus;
import io.leverage.peer.internal.unit.UnitMessage.Peers;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import io.leverage.peer.internal.unit.UnitMessage.Threads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mesh at one moment: its peers and threads. */
record Snapshot(List<PeerStatus> peers, List<ThreadStatus> threads) {
  private static final int BAR = 20;

  static Snapshot take(Connection connection, String computer) {
    List<PeerStatus> peers = connection.ask(new ListPeers(), Peers.class).peers();
    List<ThreadStatus> threads =
        connection.ask(new ListThreads(computer), Threads.class).threads().stream()
            .sorted(
                Comparator.comparing(Snapshot::rank)
                    .thenComparing(ThreadStatus::owner)
                    .thenComparing(ThreadStatus::thread))
            .toList();
    return new Snapshot(peers, threads);
  }

  private static int rank(ThreadStatus thread) {
    return switch (thread.state()) {
      case "RUNNING" -> 0;
      case "WAITING" -> 1;
      default -> 2;
    };
  }

  Map<String, Object> json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("peers", peers.stream().map(Statuses::json).toList());
    object.put("threads", threads.stream().map(Statuses::json).toList());
    return object;
  }

  /** Gets it as lines: the peers with their load, how many threads there are, and the threads. */
  List<String> lines() {
    Map<String, Integer> states = new TreeMap<>();
    threads.forEach(
        thread -> states.merge(thread.state().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    lines.add("%d peers, %d threads %s".formatted(peers.size(), threads.size(), states));
    lines.add("");
    Table table = new Table("PEER", "LOAD", "RUNNABLE", "THREADS", "SLOTS", "SPEED");
    for (PeerStatus peer : peers) {
      table.add(
          peer.name() + (peer.self() ? " *" : ""),
          bar(peer),
          peer.runnable(),
          peer.busy(),
          peer.slots(),
          Quantity.speed(peer.speed()));
    }
    lines.addAll(table.lines());
    lines.add("");
    Table of = new Table("THREAD", "STATE", "PEER", "EPOCH", "CHECKPOINT", "SIZE", "AGE", "WHY");
    for (ThreadStatus thread : threads) {
      boolean over = rank(thread) == 2;
      of.add(
          thread.thread(),
          thread.state(),
          thread.owner().isEmpty() ? "-" : thread.owner(),
          thread.epoch(),
          thread.sequence(),
          Quantity.bytes(thread.checkpointBytes()),
          over ? "-" : Quantity.seconds(thread.secondsSinceCommit()),
          thread.reason());
    }
    lines.addAll(of.lines());
    return lines;
  }

  private static String bar(PeerStatus peer) {
    int full = Math.min(BAR, BAR * peer.runnable() / Math.max(1, peer.slots()));
    return "[" + "#".repeat(full) + " ".repeat(BAR - full) + "]";
  }
}
