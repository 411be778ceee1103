package io.leverage.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.access.ClientLink;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.Hello;
import io.leverage.peer.internal.unit.UnitMessage.ListPeers;
import io.leverage.peer.internal.unit.UnitMessage.Peers;
import io.leverage.peer.internal.unit.UnitMessage.Welcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PeerTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final RequestHandler NOTHING = (from, request) -> new Done();

  @TempDir static Path folder;
  private static Peer peer;
  private static ExecutorService executor;

  @BeforeAll
  static void start() {
    executor = Executors.newCachedThreadPool();
    peer =
        Peer.start(
            PeerOptions.ofDefaults()
                .withPort(TestPorts.free().port())
                .withNobody()
                .withData(folder.resolve("data")));
  }

  @AfterAll
  static void close() {
    peer.close();
    peer.close();
    executor.shutdownNow();
  }

  @Test
  void lets_in_who_knows_the_token() throws Exception {
    try (Link link = ClientLink.open(peer.address(), executor, NOTHING)) {
      Peers peers = link.call(new ListPeers(), Peers.class, LONG);
      assertThat(peers.peers()).hasSize(1);
      assertThat(peers.peers().get(0).self()).isTrue();
      assertThat(peers.peers().get(0).pid()).isEqualTo(ProcessHandle.current().pid());
    }
    Path token = Path.of(System.getProperty("leverage.home"), "tokens", "" + peer.address().port());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
        .isEqualTo("rw-------");
  }

  @Test
  void turns_away_who_does_not() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), peer.address().clientPort());
        Link link =
            Link.open(
                "peer", socket.getInputStream(), socket.getOutputStream(), executor, NOTHING)) {
      assertThatThrownBy(() -> link.call(new ListPeers(), Peers.class, LONG))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("token");
      Eventually.eventually("the peer closes the link", () -> !link.isOpen());
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), peer.address().clientPort());
        Link link =
            Link.open(
                "peer", socket.getInputStream(), socket.getOutputStream(), executor, NOTHING)) {
      assertThatThrownBy(() -> link.call(new Hello("guess"), Welcome.class, LONG))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("token is wrong");
      Eventually.eventually("the peer closes the link", () -> !link.isOpen());
    }
  }

  @Test
  void a_port_in_use_is_named() throws Exception {
    PeerOptions options = PeerOptions.ofDefaults().withNobody().withData(folder.resolve("other"));
    assertThatThrownBy(() -> Peer.start(options.withPort(peer.address().port())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("port " + peer.address().clientPort())
        .hasMessageContaining("choose another --port");
    PeerAddress address = TestPorts.free();
    try (ServerSocket taken =
        new ServerSocket(address.detectorPort(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThatThrownBy(() -> Peer.start(options.withPort(address.port())))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("port " + address.detectorPort());
    }
  }

  @Test
  void a_data_folder_that_cannot_be_used_is_named() throws Exception {
    PeerOptions options = PeerOptions.ofDefaults().withPort(TestPorts.free().port()).withNobody();
    assertThatThrownBy(() -> Peer.start(options.withData(folder.resolve("data"))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("used by another peer");
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> Peer.start(options.withData(file.resolve("below"))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("can't be written")
        .hasMessageContaining("--data");
  }

  @Test
  void another_machine_is_refused() {
    assertThatThrownBy(() -> PeerAddress.parse("192.0.2.1:7400").loopback())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("secure meshes between machines are not available yet");
    assertThatThrownBy(
            () -> PeerOptions.ofDefaults().withJoin(PeerAddress.parseAll("192.0.2.1:7400")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void nobody_at_an_address_is_said() {
    assertThatThrownBy(() -> ClientLink.open(TestPorts.free(), executor, NOTHING))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("no peer answers")
        .hasMessageContaining("leverage peer --port");
  }
}
