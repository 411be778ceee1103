package io.leverage.faults.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Injects faults into a mesh, and undoes them: who died is started again, what is cut healed. */
final class Injector {
  private static final List<String> COMMIT_STEPS =
      List.of(
          "CHECKPOINT_STORED",
          "RECORD_CHANGED",
          "MESSAGES_PUBLISHED",
          "RESULTS_PUBLISHED",
          "TRIMMED");
  private static final List<String> RECOVERY_STEPS =
      List.of("CLAIMED", "CLAIM_PUBLISHED", "TAKEN_OVER", "VIEW_CHANGED", "ENROLLED");
  private static final int HOUR_SECONDS = 3600;
  private static final int[] FREEZES = {5, 5, 5, 8, 8, 8, 12, 12, 20, 60};

  private final PeerMesh mesh;
  private final Network network;
  private final Random random;

  Injector(PeerMesh mesh, Network network, Random random) {
    this.mesh = mesh;
    this.network = network;
    this.random = random;
  }

  /** Injects a fault and undoes it; false if it could not be brought about. */
  boolean inject(FaultKind kind, String computer) {
    PeerProcess deployer = mesh.deployer(computer);
    switch (kind) {
      case KILL -> kill(List.of(any()));
      case KILL_COORDINATOR -> kill(List.of(mesh.oldest()));
      case KILL_DEPLOYER -> kill(List.of(deployer));
      case KILL_TWO -> kill(some(2));
      case KILL_THREE -> kill(some(3));
      case KILL_ALL -> killAll();
      case CRASH -> {
        return crash(any(), COMMIT_STEPS.get(random.nextInt(COMMIT_STEPS.size())));
      }
      case CRASH_IN_RECOVERY -> {
        return crashInRecovery(deployer);
      }
      case LEAVE -> {
        PeerProcess leaving = any();
        leaving.terminate();
        mesh.restart(leaving);
      }
      case CRASH_IN_LEAVE -> {
        PeerProcess leaving = any();
        arm(leaving, "HANDED_OVER", 1);
        leaving.terminate();
        mesh.restart(leaving);
      }
      case FREEZE -> freeze(any());
      case FREEZE_DEPLOYER -> freeze(deployer);
      case CUT -> {
        network.cut(any().machine());
        healAfter(5, 25);
      }
      case SPLIT -> {
        Set<Integer> side = new HashSet<>();
        some(2).forEach(peer -> side.add(peer.machine()));
        if (random.nextBoolean()) {
          side.add(0);
        }
        network.split(side);
        healAfter(8, 20);
      }
      case ONE_WAY -> {
        network.mute(any().machine());
        healAfter(5, 20);
      }
      case SLOW -> {
        network.slow(any().machine(), 400);
        healAfter(10, 11);
      }
      case DISK_FULL -> fillDisk(any());
      case CLOCK -> jump(any());
    }
    return true;
  }

  private void kill(List<PeerProcess> victims) {
    victims.forEach(PeerProcess::kill);
    if (random.nextInt(3) == 0) { // long enough that the others have settled without it
      Wait.pass(Duration.ofSeconds(2 + random.nextInt(3)));
    }
    victims.forEach(mesh::restart);
  }

  private void killAll() {
    mesh.peers().forEach(PeerProcess::kill);
    boolean dead =
        Wait.until(
            Duration.ofMinutes(10), () -> mesh.peers().stream().noneMatch(PeerProcess::isAlive));
    if (!dead) {
      throw new Violation("a killed peer does not end");
    }
    damage(any().data().resolve("state"));
    mesh.peers().forEach(mesh::restart);
  }

  private boolean crash(PeerProcess victim, String step) {
    arm(victim, step, 1 + random.nextInt(10));
    boolean dead = Wait.until(Duration.ofSeconds(30), () -> !victim.isAlive());
    disarm(victim);
    if (!victim.isAlive()) {
      mesh.restart(victim);
      return true;
    }
    return dead;
  }

  /** One peer dies, and another one while it does something about it. */
  private boolean crashInRecovery(PeerProcess deployer) {
    String step = RECOVERY_STEPS.get(random.nextInt(RECOVERY_STEPS.size()));
    boolean deployersTurn = step.equals("ENROLLED");
    PeerProcess first = step.equals("TAKEN_OVER") ? deployer : any();
    List<PeerProcess> armed = new ArrayList<>(mesh.peers());
    armed.remove(first);
    Collections.shuffle(armed, random);
    if (deployersTurn && first != deployer) {
      armed.retainAll(List.of(deployer));
    } else if (step.equals("VIEW_CHANGED")) {
      armed.subList(1, armed.size()).clear();
    }
    int count = step.startsWith("CLAIM") ? 1 + random.nextInt(2) : 1;
    armed = new ArrayList<>(step.startsWith("CLAIM") ? armed.subList(0, 1) : armed);
    armed.forEach(peer -> arm(peer, step, count));
    first.kill();
    if (deployersTurn) {
      mesh.restart(first);
    }
    List<PeerProcess> candidates = armed;
    boolean hit =
        Wait.until(
            Duration.ofSeconds(30), () -> candidates.stream().anyMatch(peer -> !peer.isAlive()));
    armed.forEach(this::disarm);
    for (PeerProcess peer : mesh.peers()) {
      if (!peer.isAlive()) {
        mesh.restart(peer);
      }
    }
    return hit;
  }

  private void freeze(PeerProcess victim) {
    victim.freeze(random.nextBoolean());
    Wait.pass(Duration.ofSeconds(FREEZES[random.nextInt(FREEZES.length)]));
    victim.thaw();
  }

  private void healAfter(int least, int most) {
    Wait.pass(Duration.ofSeconds(least + random.nextInt(most - least)));
    network.heal();
  }

  /** Its data folder is full, so it leaves; there is room again when it comes back. */
  private void fillDisk(PeerProcess victim) {
    Path filling = victim.data().resolve("filling");
    try (OutputStream out = Files.newOutputStream(filling)) {
      byte[] block = new byte[1 << 20];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      boolean left = Wait.until(Duration.ofMinutes(5), () -> !victim.isAlive());
      delete(filling);
      if (!left) {
        throw new Violation("a peer whose disk is full stays in the mesh");
      }
      mesh.restart(victim);
    }
  }

  /** Its clock goes ahead or back, and perhaps is set right again. */
  private void jump(PeerProcess victim) {
    victim.clock().set(random.nextInt(2 * HOUR_SECONDS) - HOUR_SECONDS);
    Wait.pass(Duration.ofSeconds(2 + random.nextInt(5)));
    if (random.nextBoolean()) {
      victim.clock().set(0);
      Wait.pass(Duration.ofSeconds(2));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Turns a few bits in the middle of the newest file. */
  private static void damage(Path state) {
    try (Stream<Path> files = Files.list(state)) {
      Optional<Path> newest =
          files
              .filter(file -> file.toString().endsWith(".journal"))
              .max(Comparator.comparing(Path::toString));
      if (newest.isEmpty()) {
        return;
      }
      try (RandomAccessFile file = new RandomAccessFile(newest.get().toFile(), "rw")) {
        if (file.length() > 0) {
          file.seek(file.length() / 2);
          int old = file.read();
          file.seek(file.length() / 2);
          file.write(old ^ 0x55);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void arm(PeerProcess peer, String step, int count) {
    try {
      Path fresh = peer.crashFile().resolveSibling(peer.crashFile().getFileName() + ".new");
      Files.writeString(fresh, step + " " + count);
      Files.move(fresh, peer.crashFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void disarm(PeerProcess peer) {
    delete(peer.crashFile());
  }

  private PeerProcess any() {
    return mesh.peer(random.nextInt(mesh.peers().size()));
  }

  private List<PeerProcess> some(int count) {
    List<PeerProcess> all = new ArrayList<>(mesh.peers());
    Collections.shuffle(all, random);
    return List.copyOf(all.subList(0, count));
  }
}
