package io.leverage.demo.tsp.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Peers as processes of this machine. The first one serves the program and is never killed. */
final class DemoMesh {
  private static final int SLOTS = 2;
  private static final int FIRST_PORT = 17_400;
  private static final int LAST_PORT = 27_400;
  private static final int[] PORTS_OF_A_PEER = {0, 1000, 2000};
  private static final int ATTEMPTS = 60;

  private final LeverageProcess leverage;
  private final Map<String, Process> peers = new LinkedHashMap<>();
  private final String first;

  private DemoMesh(LeverageProcess leverage, String first) {
    this.leverage = leverage;
    this.first = first;
  }

  /** Starts peers and waits until they see each other. */
  static DemoMesh start(LeverageProcess leverage, int count)
      throws IOException, InterruptedException, DemoException {
    List<String> names = freeAddresses(count);
    DemoMesh mesh = new DemoMesh(leverage, names.get(0));
    for (int i = 0; i < count; i++) {
      mesh.startPeer(i, names);
      if (i == 0) {
        // It founds the mesh that the others join.
        mesh.await(1);
      }
    }
    mesh.await(count);
    return mesh;
  }

  private void startPeer(int index, List<String> names) throws IOException {
    String name = names.get(index);
    String port = name.substring(name.indexOf(':') + 1);
    Process process =
        leverage.startLogged(
            "peer-" + index,
            List.of(
                "peer",
                "--port",
                port,
                "--slots",
                Integer.toString(SLOTS),
                "--join",
                String.join(",", names)));
    peers.put(name, process);
  }

  private void await(int count) throws IOException, InterruptedException, DemoException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      for (Map.Entry<String, Process> peer : peers.entrySet()) {
        if (!peer.getValue().isAlive()) {
          throw new DemoException("the peer " + peer.getKey() + " has ended: see its log");
        }
      }
      String json = leverage.query("peers", "--peer", first, "--json");
      if (!json.isBlank() && JsonReader.objects(json).stream().filter(DemoMesh::isPeer).count() >= count) {
        return;
      }
      pause();
    }
    throw new DemoException("the peers don't see each other: see their logs");
  }

  private static boolean isPeer(Map<String, ?> object) {
    return object.containsKey("name") && object.containsKey("slots");
  }

  /** Lets half a second pass, or less if the first peer ends. */
  void pause() throws InterruptedException {
    Process process = peers.get(first);
    if (process != null) {
      boolean unused = process.waitFor(500, TimeUnit.MILLISECONDS);
    }
  }

  /** Gets the peer that serves the program. */
  String first() {
    return first;
  }

  /** Lists the peers that live. */
  List<String> names() {
    return List.copyOf(peers.keySet());
  }

  /** Asks what the virtual threads do; an empty list if nobody answers now. */
  List<ThreadView> threads() throws IOException, InterruptedException {
    String json = leverage.query("ps", "--peer", first, "--json");
    return json.isBlank() ? List.of() : ThreadView.read(json);
  }

  /**
   * Ends a peer as {@code kill -9} does.
   *
   * @return its process id
   */
  long kill(String name) throws DemoException {
    Process process = peers.remove(name);
    if (process == null) {
      throw new DemoException("no peer " + name + " lives, only " + peers.keySet());
    }
    process.destroyForcibly();
    return process.pid();
  }

  /** Finds addresses whose ports, and the ports that a peer derives from them, are free. */
  private static List<String> freeAddresses(int count) throws DemoException {
    List<String> found = new ArrayList<>();
    for (int port = FIRST_PORT; port < LAST_PORT && found.size() < count; port += 10) {
      if (isFree(port)) {
        found.add("127.0.0.1:" + port);
      }
    }
    if (found.size() < count) {
      throw new DemoException(
          "no free ports on 127.0.0.1 between %d and %d".formatted(FIRST_PORT, LAST_PORT + 2000));
    }
    return found;
  }

  private static boolean isFree(int base) {
    for (int offset : PORTS_OF_A_PEER) {
      try (ServerSocket socket =
          new ServerSocket(base + offset, 1, InetAddress.getLoopbackAddress())) {
        if (!socket.isBound()) {
          return false;
        }
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
