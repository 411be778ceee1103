package io.leverage.faults.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mesh is split by its network, goes on or waits, and meets again: there is one history. */
class SplitSystemTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int PROGRESS = 4;
  private static final String MUCH_KIBIBYTES = "256";

  @TempDir private Path folder;

  private Jvm jvm;

  @BeforeEach
  void needsNamespaces() {
    assumeTrue(Namespaces.canBeMade(), "a real split needs root, and 'ip' for network namespaces");
    jvm = new Jvm(System.getProperty("java.class.path"), folder.resolve("none"));
  }

  @Test
  void aSideThatLacksValuesWaitsAndGoesOnWhenTheOthersAreBack() {
    Path jar = ProgramJar.make("Workload", folder);
    try (Network network = Namespaces.of(4);
        PeerMesh mesh = new PeerMesh(jvm, network, folder, MeshOptions.of(3, 2))) {
      mesh.start();
      try (Program program = new Program(jvm, network, folder, jar, mesh.addresses(), 3)) {
        var unused = program.round(1);
        program.awaitProgress(PROGRESS);
        long alone = waits(mesh.peer(0)); // while the mesh formed
        long before = waits(mesh.peer(1)) + waits(mesh.peer(2));
        network.split(Set.of(1)); // the program's peer and deployer, alone
        await("it waits", () -> waits(mesh.peer(0)) > alone);
        program.awaitProgress(PROGRESS); // through another peer
        network.heal();
        mesh.awaitWhole();
        mesh.awaitSettled();
        program.awaitProgress(PROGRESS);
        assertThat(program.audit()).startsWith("right");
        assertThat(waits(mesh.peer(1)) + waits(mesh.peer(2))).isEqualTo(before);
      }
    }
  }

  @Test
  void bothSidesThatHaveAllGoOnAndOneWins() {
    Path jar = ProgramJar.make("Workload", folder);
    try (Network network = Namespaces.of(4);
        PeerMesh mesh = new PeerMesh(jvm, network, folder, MeshOptions.of(3, 3))) {
      mesh.start();
      try (Program program = new Program(jvm, network, folder, jar, mesh.addresses(), 3)) {
        String computer = program.round(2);
        program.awaitProgress(PROGRESS);
        network.split(Set.of(2)); // a worker, alone with all the threads
        await("it sees itself", () -> mesh.peer(1).log().view() == 1);
        await("it deploys", () -> mesh.peer(1).log().deployed(computer) > 0);
        await(
            "a thread runs on both sides", () -> mesh.owner("clerk-0").log().epoch("clerk-0") > 1);
        program.awaitProgress(PROGRESS);
        network.heal();
        mesh.awaitWhole();
        mesh.awaitSettled();
        program.awaitProgress(PROGRESS);
        assertThat(
                why(network, mesh, computer + "/clerk-0")
                    + why(network, mesh, computer + "/clerk-1")
                    + why(network, mesh, computer + "/clerk-2"))
            .contains("was stopped: another one has gone on; it had come to checkpoint");
        assertThat(program.audit()).startsWith("right");
      }
    }
  }

  @Test
  void theSmallerSideOfAStrictMeshWaits() {
    Path jar = ProgramJar.make("Workload", folder);
    try (Network network = Namespaces.of(4);
        PeerMesh mesh = new PeerMesh(jvm, network, folder, MeshOptions.strict(3, 3))) {
      mesh.start();
      try (Program program = new Program(jvm, network, folder, jar, mesh.addresses(), 3)) {
        var unused = program.round(3);
        program.awaitProgress(PROGRESS);
        long alone = waits(mesh.peer(0)); // while the mesh formed
        long before = waits(mesh.peer(1)) + waits(mesh.peer(2));
        network.split(Set.of(0, 1)); // the program is with one peer
        await("it waits", () -> waits(mesh.peer(0)) > alone);
        assertThat(text(mesh.peer(0))).contains("and the mesh is strict");
        assertThat(waits(mesh.peer(1)) + waits(mesh.peer(2))).isEqualTo(before);
        network.heal();
        mesh.awaitWhole();
        mesh.awaitSettled();
        program.awaitProgress(PROGRESS);
        assertThat(program.audit()).startsWith("right");
      }
    }
  }

  @Test
  void whoSendsMuchToAPeerThatIsCutOffIsStillHeardByTheOthers() {
    Path jar = ProgramJar.make("Ticker", folder);
    try (Network network = Namespaces.of(4);
        PeerMesh mesh = new PeerMesh(jvm, network, folder, MeshOptions.of(3, 3))) {
      mesh.peers().forEach(peer -> shortenSendBuffers(network, peer));
      mesh.start();
      try (Program program =
          new Program(jvm, network, folder, jar, mesh.addresses(), 1, MUCH_KIBIBYTES)) {
        program.awaitTicks(3);
        PeerProcess sender = mesh.owner("ticker");
        PeerProcess cut = mesh.peers().stream().filter(peer -> peer != sender).findAny().get();
        PeerProcess other =
            mesh.peers().stream().filter(p -> p != sender && p != cut).findAny().get();
        long alone = alone(sender) + alone(other); // while the mesh formed
        network.cut(cut.machine());
        await("it is missed", () -> sender.log().view() < 3 && other.log().view() < 3);
        assertThat(alone(sender) + alone(other)).isEqualTo(alone);
        program.awaitTicks(3);
        network.heal();
        mesh.awaitWhole();
      }
    }
  }

  /** What a peer sends to one that is cut off soon blocks. */
  private static void shortenSendBuffers(Network network, PeerProcess peer) {
    java.util.List<String> command = new java.util.ArrayList<>(network.on(peer.machine()));
    command.addAll(
        java.util.List.of("sh", "-c", "echo 4096 4096 4096 > /proc/sys/net/ipv4/tcp_wmem"));
    var unused = Commands.run(command.toArray(new String[0]));
  }

  /** How often a peer has seen no other. */
  private static long alone(PeerProcess peer) {
    return text(peer).lines().filter(line -> line.contains(" sees 1 peers")).count();
  }

  private String why(Network network, PeerMesh mesh, String thread) {
    java.util.List<String> command = new java.util.ArrayList<>(network.on(0));
    command.addAll(jvm.command(folder, java.util.List.of()));
    command.addAll(
        java.util.List.of(
            "io.leverage.peer.cli.Leverage", "why", thread, "--peer", mesh.peer(0).address()));
    return Commands.run(command.toArray(new String[0]));
  }

  /** How often a peer has said that its side waits. */
  private static long waits(PeerProcess peer) {
    return text(peer).lines().filter(line -> line.contains("this side of the mesh waits")).count();
  }

  private static String text(PeerProcess peer) {
    try {
      return Files.readString(peer.logFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(String what, java.util.function.BooleanSupplier condition) {
    assertThat(Wait.until(PATIENCE, condition)).as(what).isTrue();
  }
}
