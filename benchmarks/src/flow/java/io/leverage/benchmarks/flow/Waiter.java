package io.leverage.benchmarks.flow;

import io.leverage.VirtualThread;
import java.util.concurrent.Callable;

/** Waits for one message in the middle of a method. */
public final class Waiter implements Callable<Integer> {
  private final int number;

  public Waiter(int number) {
    this.number = number;
  }

  @Override
  public Integer call() {
    int before = number * 2;
    return before - number + wait(before);
  }

  private static int wait(int some) {
    int more = some + 1;
    int got = VirtualThread.current().receive().payload(Integer.class);
    return got + more - some - 1;
  }
}
