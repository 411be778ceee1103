package io.leverage.peer.cli;

import io.leverage.peer.Peer;
import io.leverage.peer.PeerAddress;
import io.leverage.peer.PeerOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code leverage peer}: runs a peer until it is told to stop. */
final class PeerCommand implements Command {
  private static final String TEXT =
      """
      Runs a peer: it holds its share of the mesh's state and runs virtual threads, until SIGTERM or
      Ctrl-C: then it gives its threads to the others and leaves. Should all peers die, they go on
      from their data folders when they are started again. Without --join it joins the
      peers that you run on this machine already.

      HOST:PORT names a peer wherever one is asked for. It needs three ports, all found from that
      one: PORT for the other peers, PORT+1000 for programs and commands, PORT+2000 to notice peers
      that died. A peer talks on this machine only: meshes between machines come with secure links.
      On PORT+3000 it tells its metrics to Prometheus, if that port is free.
      When it is up it prints 'peer HOST:PORT is ready' to its standard output.
      """;

  @Override
  public String name() {
    return "peer";
  }

  @Override
  public String summary() {
    return "runs a peer on this machine";
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
    Arguments given =
        new Arguments(
                "peer [--port PORT] [--slots N] [--join HOST:PORT,...] [--data DIR] [--copies N]"
                    + " [--metrics PORT] [--log-format FORMAT] [--log-file FILE] [--strict]",
                TEXT)
            .value("port", "PORT", "the peer's port; the first free one from 7400 on by default")
            .value("host", "HOST", "the loopback address to bind; 127.0.0.1 by default")
            .value("slots", "N", "virtual threads to run at once; one per processor by default")
            .value("join", "HOST:PORT,...", "peers to join; 'none' for a mesh of its own")
            .value("data", "DIR", "where to keep files; below ~/.leverage by default")
            .value("copies", "N", "peers that keep each value; 2 by default, the same everywhere")
            .value(
                "metrics", "PORT", "where Prometheus finds /metrics; PORT+3000 by default, or none")
            .value("log-format", "FORMAT", "text, the default, or json: one object on each line")
            .value("log-file", "FILE", "log to a file, of which the newest 60 MB are kept")
            .flag("strict", "wait where not more than half of the peers are; the same everywhere");
    if (!given.read(arguments, out)) {
      return 0;
    }
    given.rest(new String[0]);
    LogSettings.set(given.get("log-format"), given.get("log-file"));
    try (Peer peer = Peer.start(options(given))) {
      Thread hook = new Thread(peer::close, "shutdown");
      Runtime.getRuntime().addShutdownHook(hook);
      out.println("peer " + peer.address() + " is ready");
      out.flush();
      peer.awaitClose();
      return 0;
    }
  }

  private static PeerOptions options(Arguments given) throws UsageException {
    PeerOptions defaults = PeerOptions.ofDefaults();
    String join = given.get("join").orElse("");
    boolean alone = join.equals("none");
    Optional<Path> data = given.get("data").map(Path::of);
    return new PeerOptions(
            given.get("host").orElse(defaults.host()),
            given.number("port", defaults.port()),
            given.number("slots", defaults.slots()),
            join.isEmpty() || alone ? List.of() : PeerAddress.parseAll(join),
            alone,
            data)
        .withCopies(given.number("copies", defaults.copies()))
        .withMetrics(
            given.get("metrics").filter("none"::equals).isPresent()
                ? PeerOptions.NO_METRICS
                : given.number("metrics", PeerOptions.DERIVED_METRICS))
        .withStrict(given.has("strict"));
  }
}
