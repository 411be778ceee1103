package io.leverage.peer.cli;

import io.leverage.peer.internal.unit.UnitMessage.ListPeers;
import io.leverage.peer.internal.unit.UnitMessage.PeerStatus;
import io.leverage.peer.internal.unit.UnitMessage.Peers;
import java.io.PrintStream;
import java.util.List;

/** {@code leverage peers}: lists the peers of the mesh. */
final class PeersCommand implements Command {
  @Override
  public String name() {
    return "peers";
  }

  @Override
  public String summary() {
    return "lists the peers of the mesh";
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
    Arguments given =
        Connection.describe(
                new Arguments(
                    "peers [--peer HOST:PORT] [--json]",
                    """
                    Lists the peers of the mesh, the oldest first; * marks the one that answers. BUSY
                    counts a peer's threads, RUNNABLE those that run or are ready to. SPEED is what one
                    of them gets done there; 1 is an ordinary processor of its own.
                    """))
            .flag("json", "print one JSON array");
    if (!given.read(arguments, out)) {
      return 0;
    }
    given.rest(new String[0]);
    List<PeerStatus> peers;
    try (Connection connection = Connection.open(given)) {
      peers = connection.ask(new ListPeers(), Peers.class).peers();
    }
    if (given.has("json")) {
      out.println(Json.write(peers.stream().map(Statuses::json).toList()));
      return 0;
    }
    Table table = new Table("PEER", "SLOTS", "BUSY", "RUNNABLE", "SPEED", "PID", "ID");
    for (PeerStatus peer : peers) {
      table.add(
          peer.name() + (peer.self() ? " *" : ""),
          peer.slots(),
          peer.busy(),
          peer.runnable(),
          Quantity.speed(peer.speed()),
          peer.pid(),
          peer.id());
    }
    table.print(out);
    return 0;
  }
}
