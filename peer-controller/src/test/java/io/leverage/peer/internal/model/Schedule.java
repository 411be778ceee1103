package io.leverage.peer.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/**
 * Lets actors take steps one at a time, each on a thread of its own, as it decides: so that one
 * schedule is the same whenever it runs.
 */
final class Schedule {
  /** What happens at a step instead of that the actor goes on. */
  record Decision(long step, int actor) {
    /** The actor dies. */
    static final int CRASH = -1;
  }

  /** The actor has died, between two accesses to the store. */
  static final class Crashed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crashed() {
      super("crashed", null, false, false);
    }
  }

  private static final int MOST_STEPS = 20_000;
  private static final int MOST_YIELDS = 20;

  private final TreeMap<Long, Integer> decisions = new TreeMap<>();
  private final List<Actor> actors = new ArrayList<>();
  private final Semaphore over = new Semaphore(0);
  private long steps;
  private boolean free;
  private Throwable failure;

  Schedule(List<Decision> decided) {
    decided.forEach(decision -> decisions.put(decision.step(), decision.actor()));
  }

  /** Makes a schedule with so many decisions at random. */
  static List<Decision> random(Random random, int count, long steps, int actors) {
    List<Decision> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new Decision(1 + random.nextInt((int) steps), random.nextInt(actors + 1) - 1));
    }
    return all;
  }

  /** Somebody who takes steps. */
  final class Actor {
    private final Runnable script;
    private final Semaphore turn = new Semaphore(0);
    private int yields;
    private boolean crashed;
    private boolean ended;

    private Actor(Runnable script) {
      this.script = script;
    }

    /** Before an access to the store: it may be others' turn, or the actor's end. */
    void step() {
      if (free) {
        return;
      }
      if (crashed) {
        throw new Crashed();
      }
      if (++steps > MOST_STEPS) {
        throw new IllegalStateException("the actors do not come to an end");
      }
      Integer decision = decisions.remove(steps);
      if (decision == null) {
        return;
      }
      if (decision == Decision.CRASH) {
        crashed = true;
        throw new Crashed();
      }
      Actor next = actors.get(decision);
      if (next != this && !next.ended) {
        next.turn.release();
        turn.acquireUninterruptibly();
      }
    }

    /**
     * Lets the next actor go on.
     *
     * @return false if this one is the last, or has waited for too long
     */
    boolean yieldTurn() {
      Actor next = nextAfter(this);
      if (next == this || ++yields > MOST_YIELDS) {
        return false;
      }
      next.turn.release();
      turn.acquireUninterruptibly();
      return true;
    }

    private void run() {
      turn.acquireUninterruptibly();
      try {
        script.run();
      } catch (Crashed e) {
        // It is as if it had never come back.
        ended = true;
      } catch (Throwable e) {
        failure = e;
      }
      ended = true;
      Actor next = nextAfter(this);
      if (next == this) {
        over.release();
      } else {
        next.turn.release();
      }
    }
  }

  Actor add(Runnable script) {
    Actor actor = new Actor(script);
    actors.add(actor);
    return actor;
  }

  private Actor nextAfter(Actor actor) {
    int at = actors.indexOf(actor);
    for (int i = 1; i < actors.size(); i++) {
      Actor next = actors.get((at + i) % actors.size());
      if (!next.ended) {
        return next;
      }
    }
    return actor;
  }

  /** Runs all actors to their ends; then steps are free. */
  long run() throws Throwable {
    List<Thread> threads = actors.stream().map(actor -> new Thread(actor::run, "actor")).toList();
    threads.forEach(Thread::start);
    actors.get(0).turn.release();
    over.acquireUninterruptibly();
    for (Thread thread : threads) {
      thread.join();
    }
    free = true;
    if (failure != null) {
      throw failure;
    }
    return steps;
  }
}
