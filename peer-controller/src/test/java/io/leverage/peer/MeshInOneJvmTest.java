package io.leverage.peer;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.UnreachableException;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import io.leverage.peer.internal.access.ClientLink;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.ListThreads;
import io.leverage.peer.internal.unit.UnitMessage.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import program.Clerk;
import program.Numbers;

/**
 * A mesh of many peers in this process: it forms, it runs many threads, some of its peers are
 * killed meanwhile, and nothing is lost or happens twice. How many: {@code -Dmesh.peers}, {@code
 * -Dmesh.threads}, {@code -Dmesh.lost}; see docs/faults.md.
 *
 * <p>Each clerk computes, tells its auditor what it has half-way, and goes on. The auditors, one in
 * ten threads, are there from the beginning to the end.
 */
class MeshInOneJvmTest {
  private static final int PEERS = Integer.getInteger("mesh.peers", 12);
  private static final int THREADS = Integer.getInteger("mesh.threads", 500);
  private static final int LOST = Integer.getInteger("mesh.lost", 2);
  private static final int COPIES = 3;
  private static final int THREADS_OF_AN_AUDITOR = 10;
  private static final int CLIENT_THREADS = 8;

  /** How many more are started before the result of the first is there; so auditors wait. */
  private static final int AHEAD = Math.max(1, THREADS / 50);

  private static final Duration PATIENCE = Duration.ofMinutes(20);

  @TempDir Path folder;
  private final AtomicInteger results = new AtomicInteger();
  private final ExecutorService client = Executors.newCachedThreadPool();

  @Test
  void nothing_is_lost_and_nothing_happens_twice() throws Exception {
    long begun = System.nanoTime();
    System.setProperty("leverage.home", folder.resolve("home").toString());
    System.setProperty("leverage.jars", programFolder().toString());
    int auditors = THREADS / THREADS_OF_AN_AUDITOR;
    List<Clerk> clerks =
        IntStream.range(0, THREADS - auditors)
            .mapToObj(i -> new Clerk("auditor-" + i % auditors, i))
            .toList();
    List<List<String>> expected = expected(clerks, auditors);
    try (PeersInOneJvm peers = new PeersInOneJvm(folder, COPIES)) {
      peers.start(PEERS);
      eventually("the mesh has formed", PATIENCE, peers::settled);
      long formed = secondsSince(begun);
      System.out.printf(Locale.ROOT, "mesh: %d peers see each other%n", PEERS);
      String deployer = peers.addresses().get(1).toString();
      try (VirtualComputer computer =
          VirtualComputer.builder().workers(PEERS).peer(deployer).open()) {
        eventually("all are workers", PATIENCE, () -> workers(computer) == PEERS);
        Future<List<List<String>>> heard = submit(computer, clerks, expected);
        lose(peers, heard);
        List<List<String>> got = heard.get();
        long resumed = resumed(peers, computer.id());
        System.out.printf(
            Locale.ROOT,
            "mesh: peers=%d threads=%d lost=%d results=%d twice=%d resumed=%d formed=%d seconds=%d%n",
            PEERS,
            THREADS,
            LOST,
            results.get(),
            twice(got),
            resumed,
            formed,
            secondsSince(begun));
        assertThat(got).isEqualTo(expected);
        assertThat(results).hasValue(THREADS);
        assertThat(resumed).isPositive();
      }
    } finally {
      client.shutdownNow();
      System.clearProperty("leverage.jars");
    }
  }

  /** Counts the workers; none while the peer that is asked has no time. */
  private static int workers(VirtualComputer computer) {
    try {
      return computer.workers();
    } catch (UnreachableException e) {
      return 0;
    }
  }

  /** What each auditor is to hear, computed in this JVM alone. */
  private static List<List<String>> expected(List<Clerk> clerks, int auditors) {
    List<List<String>> all = new ArrayList<>();
    for (int auditor = 0; auditor < auditors; auditor++) {
      List<String> one = new ArrayList<>();
      for (int i = auditor; i < clerks.size(); i += auditors) {
        one.add("clerk-" + i + ":" + clerks.get(i).half());
      }
      Collections.sort(one);
      all.add(one);
    }
    return all;
  }

  /** Starts all threads and awaits their results; gets what the auditors heard, sorted. */
  private Future<List<List<String>>> submit(
      VirtualComputer computer, List<Clerk> clerks, List<List<String>> expected) {
    List<VirtualThread<ArrayList<String>>> auditors =
        IntStream.range(0, expected.size())
            .mapToObj(i -> computer.start("auditor-" + i, Numbers.receive(expected.get(i).size())))
            .toList();
    List<Future<?>> slices = new ArrayList<>();
    for (int slice = 0; slice < CLIENT_THREADS; slice++) {
      int first = slice;
      BlockingQueue<VirtualThread<Long>> started = new ArrayBlockingQueue<>(AHEAD);
      slices.add(client.submit(() -> start(computer, clerks, first, started)));
      slices.add(client.submit(() -> await(clerks, first, started)));
    }
    return client.submit(
        () -> {
          for (Future<?> slice : slices) {
            slice.get();
          }
          List<List<String>> heard = new ArrayList<>();
          for (VirtualThread<ArrayList<String>> auditor : auditors) {
            heard.add(auditor.result().stream().sorted().toList());
            results.incrementAndGet();
          }
          return heard;
        });
  }

  /** Starts one in so many clerks. */
  private static Void start(
      VirtualComputer computer,
      List<Clerk> clerks,
      int first,
      BlockingQueue<VirtualThread<Long>> started)
      throws InterruptedException {
    for (int i = first; i < clerks.size(); i += CLIENT_THREADS) {
      started.put(computer.start("clerk-" + i, clerks.get(i)));
    }
    return null;
  }

  /** Awaits the results of those clerks, in the same order. */
  private Void await(List<Clerk> clerks, int first, BlockingQueue<VirtualThread<Long>> started)
      throws InterruptedException {
    for (int i = first; i < clerks.size(); i += CLIENT_THREADS) {
      assertThat(started.take().result()).isEqualTo(clerks.get(i).call());
      results.incrementAndGet();
    }
    return null;
  }

  /**
   * Kills peers, as many at once as the mesh survives, while threads run: first the coordinator of
   * the mesh and the deployer's peer.
   */
  private void lose(PeersInOneJvm peers, Future<?> run) {
    Random random = new Random(4);
    for (int lost = 0; lost < LOST; lost += COPIES - 1) {
      int due = THREADS * (lost + 1) / (2 * LOST);
      eventually(due + " results are there", PATIENCE, () -> results.get() >= due || run.isDone());
      eventually("all values have all their copies", PATIENCE, peers::settled);
      List<PeerAddress> living = new ArrayList<>(peers.addresses());
      if (lost > 0) {
        Collections.shuffle(living, random);
      }
      peers.kill(living.subList(0, Math.min(COPIES - 1, LOST - lost)));
      System.out.printf(
          Locale.ROOT,
          "mesh: %d results, %d peers remain%n",
          results.get(),
          peers.addresses().size());
    }
  }

  /** Counts what auditors heard again. */
  private static long twice(List<List<String>> heard) {
    return heard.stream().mapToLong(one -> one.size() - one.stream().distinct().count()).sum();
  }

  /** Counts the threads that went on elsewhere. */
  private long resumed(PeersInOneJvm peers, String computer) throws Exception {
    PeerAddress any = peers.addresses().get(0);
    try (Link link = ClientLink.open(any, client, (from, request) -> new Done())) {
      Threads all = link.call(new ListThreads(computer), Threads.class, PATIENCE);
      return all.threads().stream().filter(thread -> thread.epoch() > 1).count();
    }
  }

  private static long secondsSince(long begun) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
  }

  /** Workers get the program's classes, and not all that tests have. */
  private Path programFolder() throws IOException {
    Path classes =
        Path.of(Clerk.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Path copies = Files.createDirectories(folder.resolve("program/program"));
    try (Stream<Path> all = Files.list(classes.resolve("program"))) {
      for (Path one : all.filter(file -> file.toString().endsWith(".class")).toList()) {
        Files.copy(one, copies.resolve(one.getFileName()));
      }
    }
    return copies.getParent();
  }
}
