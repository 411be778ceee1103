package io.leverage.peer.internal.store;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.UnreachableException;
import io.leverage.peer.PeerAddress;
import io.leverage.peer.TestPorts;
import io.leverage.peer.internal.mesh.InMemoryMesh;
import io.leverage.peer.internal.mesh.JGroupsMesh;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Peers of a mesh leave, die and join, one into the other, while writers count; each count must be
 * there once. For longer runs: {@code -Dleverage.churn.rounds=1000 -Dleverage.churn.seed=7}.
 */
class StoreChurnTest {
  private static final int ROUNDS = Integer.getInteger("leverage.churn.rounds", 8);
  private static final long SEED = Long.getLong("leverage.churn.seed", 1);
  private static final int PEERS = 4;
  private static final int WRITERS = 4;
  private static final int KEYS = 12;
  private static final int MOST_MILLIS = 300;

  /**
   * How many of a hundred rounds cut off some peers, which takes longer. One that the others have
   * left may read old values until it is told; what it then writes must not be confirmed.
   */
  private static final int CUTS = Integer.getInteger("leverage.churn.cuts", 0);

  private static final int MOST_MILLIS_OF_A_CUT = 20_000;
  private static final StoreOptions OPTIONS =
      new StoreOptions(
          2,
          Duration.ofSeconds(1),
          3,
          false,
          (key, one, other) -> Long.compare(Counts.revision(one), Counts.revision(other)),
          key -> Optional.empty());

  /** A peer of the mesh, which may be away. */
  private static final class Slot {
    private final PeerAddress address = TestPorts.free();
    private volatile Member member;
  }

  /** A peer from its start to its end. */
  private static final class Member {
    private final JGroupsMesh mesh;
    private final InfinispanStateStore store;
    private volatile boolean gone;

    Member(JGroupsMesh mesh, InfinispanStateStore store) {
      this.mesh = mesh;
      this.store = store;
    }
  }

  private final Random random = new Random(SEED);
  private final InMemoryMesh network = new InMemoryMesh();
  private final List<Slot> slots = new ArrayList<>();
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final ReadWriteLock counting = new ReentrantReadWriteLock(true);
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  @AfterEach
  void close() {
    ended = true;
    pool.shutdownNow();
    for (Slot slot : slots) {
      if (slot.member != null) {
        leave(slot);
      }
    }
  }

  @Test
  void eachCountIsThereOnce() throws Exception {
    for (int i = 0; i < PEERS; i++) {
      Slot slot = new Slot();
      slots.add(slot);
      join(slot);
    }
    awaitWhole(PEERS);
    List<Writer> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(new Writer(i));
    }
    writers.forEach(pool::execute);
    for (int round = 0; round < ROUNDS && wrong.isEmpty(); round++) {
      String what = round();
      awaitWhole(PEERS);
      check(writers, "round " + round + " of seed " + SEED + ", " + what);
    }
    assertThat(wrong).isEmpty();
  }

  private String round() throws Exception {
    return random.nextInt(100) < CUTS ? cut() : churn();
  }

  /** Some of the peers do not hear the others for a while, or only the others don't hear them. */
  private String cut() {
    List<Slot> shuffled = new ArrayList<>(slots);
    Collections.shuffle(shuffled, random);
    int size = 1 + random.nextInt(PEERS / 2);
    boolean bothWays = random.nextBoolean();
    network.cut(shuffled.stream().limit(size).map(slot -> slot.address).toList(), bothWays);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLIS_OF_A_CUT)));
    network.heal();
    return size + " cut off " + (bothWays ? "both ways" : "one way");
  }

  private String churn() throws Exception {
    List<Slot> shuffled = new ArrayList<>(slots);
    Collections.shuffle(shuffled, random);
    Slot one = shuffled.get(0);
    Slot other = shuffled.get(1);
    boolean dies = random.nextInt(3) == 0;
    boolean otherDies = random.nextInt(3) == 0;
    boolean awaits = random.nextBoolean();
    goAway(one, dies);
    awaitWhole(PEERS - 1);
    List<Future<?>> joining = new ArrayList<>();
    if (!awaits) {
      joining.add(joinLater(one));
    }
    pause();
    goAway(other, otherDies);
    if (awaits) {
      awaitWhole(PEERS - 2);
      joining.add(joinLater(one));
    }
    joining.add(joinLater(other));
    for (Future<?> each : joining) {
      each.get(5, TimeUnit.MINUTES);
    }
    return (dies ? "one died" : "one left")
        + (awaits ? ", " : ", while it joined ")
        + (otherDies ? "another died" : "another left");
  }

  private void goAway(Slot slot, boolean dies) {
    if (dies) {
      die(slot);
    } else {
      leave(slot);
    }
  }

  private Future<?> joinLater(Slot slot) {
    int millis = random.nextInt(MOST_MILLIS);
    Callable<Void> action =
        () -> {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
          join(slot);
          return null;
        };
    return pool.submit(action);
  }

  private void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_MILLIS)));
  }

  private void join(Slot slot) {
    List<PeerAddress> others =
        slots.stream()
            .filter(each -> each != slot && each.member != null)
            .map(each -> each.address)
            .toList();
    JGroupsMesh mesh = network.join(slot.address, others);
    InfinispanStateStore store = InfinispanStateStore.open(mesh, slot.address.toString(), OPTIONS);
    mesh.onRequest((from, request) -> request);
    mesh.open();
    slot.member = new Member(mesh, store);
  }

  private void leave(Slot slot) {
    Member member = slot.member;
    member.gone = true;
    slot.member = null;
    member.store.close();
    member.mesh.close();
  }

  private void die(Slot slot) {
    Member member = slot.member;
    member.gone = true;
    slot.member = null;
    network.kill(slot.address);
    pool.execute(
        () -> {
          member.store.close();
          member.mesh.close();
        });
  }

  private void awaitWhole(int peers) {
    eventually(
        "a whole mesh of " + peers,
        () ->
            slots.stream()
                .map(slot -> slot.member)
                .allMatch(
                    member ->
                        member == null
                            || (member.mesh.channel().getView().size() == peers
                                && member.store.settled(peers))));
  }

  private void check(List<Writer> writers, String when) {
    counting.writeLock().lock();
    try {
      for (Slot slot : slots) {
        for (int key = 0; key < KEYS; key++) {
          long[] found = Counts.read(read(slot.member.store, "count" + key), WRITERS);
          for (Writer writer : writers) {
            if (found[writer.number] != writer.counts[key]) {
              wrong.add(
                  String.format(
                      "%s: %s has %d for writer %d of count%d, who counted to %d",
                      when,
                      slot.address,
                      found[writer.number],
                      writer.number,
                      key,
                      writer.counts[key]));
            }
          }
        }
      }
    } finally {
      counting.writeLock().unlock();
    }
  }

  private static byte[] read(InfinispanStateStore store, String key) {
    AtomicReference<byte[]> found = new AtomicReference<>();
    eventually(
        key + " can be read",
        () -> {
          try {
            found.set(store.get(key));
            return true;
          } catch (UnreachableException e) {
            return false;
          }
        });
    return found.get();
  }

  /** Counts up its place in values that others change, too, at whichever peer. */
  private final class Writer implements Runnable {
    private final int number;
    private final long[] counts = new long[KEYS];

    Writer(int number) {
      this.number = number;
    }

    @Override
    public void run() {
      while (!ended) {
        counting.readLock().lock();
        try {
          count(ThreadLocalRandom.current().nextInt(KEYS));
        } catch (RuntimeException e) {
          wrong.add("writer " + number + ": " + e);
        } finally {
          counting.readLock().unlock();
        }
      }
    }

    private void count(int key) {
      try {
        Member member = anyMember();
        byte[] before = at(member, () -> member.store.get("count" + key));
        long[] values = Counts.read(before, WRITERS);
        long found = values[number];
        if (found != counts[key] && CUTS == 0) {
          wrong("found", found, key);
          return;
        }
        values[number]++;
        byte[] after = Counts.write(values, before);
        try {
          if (at(member, () -> member.store.compareAndSet("count" + key, before, after))) {
            if (found != counts[key]) {
              wrong("counted from", found, key);
            }
            counts[key] = values[number];
          }
        } catch (UnreachableException e) {
          settle(key);
        }
      } catch (UnreachableException e) {
        rest();
      }
    }

    private void wrong(String what, long found, int key) {
      wrong.add(
          String.format(
              "writer %d %s %d in count%d, but had counted to %d",
              number, what, found, key, counts[key]));
      ended = true;
    }

    /** Learns whether a change took effect, and sees to it that it can't from now on. */
    private void settle(int key) {
      while (!ended) {
        try {
          Member member = anyMember();
          byte[] before = at(member, () -> member.store.get("count" + key));
          long[] values = Counts.read(before, WRITERS);
          byte[] after = Counts.write(values, before);
          if (at(member, () -> member.store.compareAndSet("count" + key, before, after))) {
            counts[key] = values[number];
            return;
          }
        } catch (UnreachableException e) {
          rest();
        }
      }
    }

    private void rest() {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }

    /** Does something at a peer; with the peer, its answer is gone. */
    private <T> T at(Member member, Callable<T> action) {
      Future<T> answer = pool.submit(action);
      try {
        while (!ended && !member.gone) {
          try {
            T result = answer.get(20, TimeUnit.MILLISECONDS);
            if (!member.gone) {
              return result;
            }
          } catch (TimeoutException e) {
            continue;
          }
        }
      } catch (ExecutionException e) {
        if (e.getCause() instanceof UnreachableException unreachable) {
          throw unreachable;
        }
        if (!member.gone) {
          throw new IllegalStateException(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new UnreachableException("the peer is gone");
    }

    private Member anyMember() {
      Member member = slots.get(ThreadLocalRandom.current().nextInt(PEERS)).member;
      if (member == null) {
        throw new UnreachableException("the peer is away");
      }
      return member;
    }
  }
}
