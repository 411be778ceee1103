package io.leverage.demo.tsp.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
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
  private static final int START_SECONDS = 120;

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
    return start(leverage, SLOTS, Collections.nCopies(count, List.of()));
  }

  /**
   * Starts a peer on each of several machines and waits until they see each other.
   *
   * @param machines how the command that starts a peer there is to be prefixed
   */
  static DemoMesh start(LeverageProcess leverage, int slots, List<List<String>> machines)
      throws IOException, InterruptedException, DemoException {
    int count = machines.size();
    List<String> names = freeAddresses(count);
    DemoMesh mesh = new DemoMesh(leverage, names.get(0));
    // The first one founds the mesh that the others join.
    mesh.startPeer(names.get(0), "none", slots, machines.get(0));
    mesh.awaitReady(names.get(0));
    List<String> others = names.subList(1, count);
    for (int i = 1; i < count; i++) {
      mesh.startPeer(names.get(i), names.get(0), slots, machines.get(i));
    }
    for (String name : others) {
      mesh.awaitReady(name);
    }
    mesh.awaitView(count);
    return mesh;
  }

  private void startPeer(String name, String join, int slots, List<String> machine)
      throws IOException {
    String port = name.substring(name.indexOf(':') + 1);
    List<String> command =
        List.of("peer", "--port", port, "--slots", Integer.toString(slots), "--join", join);
    peers.put(name, leverage.startLogged(logName(name), machine, command));
  }

  /** Awaits the line that a peer prints when it is up. */
  private void awaitReady(String name) throws IOException, InterruptedException, DemoException {
    Process process = peers.get(name);
    for (int attempt = 0; process != null && attempt < 10 * START_SECONDS; attempt++) {
      if (leverage.log(logName(name)).contains("peer " + name + " is ready")) {
        return;
      }
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new DemoException(
            "the peer %s has ended:%n%s".formatted(name, leverage.log(logName(name))));
      }
    }
    throw new DemoException("the peer %s is not up after %d s".formatted(name, START_SECONDS));
  }

  private void awaitView(int count) throws InterruptedException, DemoException {
    for (int attempt = 0; attempt < 5 * START_SECONDS; attempt++) {
      String json = leverage.query("peers", "--peer", first, "--json");
      if (!json.isBlank()
          && JsonReader.objects(json).stream().filter(DemoMesh::isPeer).count() >= count) {
        return;
      }
      pause();
    }
    throw new DemoException("the peers don't see each other");
  }

  private static String logName(String peer) {
    return "peer-" + peer.substring(peer.indexOf(':') + 1);
  }

  private static boolean isPeer(Map<String, ?> object) {
    return object.containsKey("name") && object.containsKey("slots");
  }

  /** Lets a fifth of a second pass, or less if the first peer ends. */
  void pause() throws InterruptedException {
    Process process = peers.get(first);
    if (process != null) {
      boolean unused = process.waitFor(200, TimeUnit.MILLISECONDS);
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
  List<ThreadView> threads() {
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
