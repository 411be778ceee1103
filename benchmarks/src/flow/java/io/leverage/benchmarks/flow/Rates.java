package io.leverage.benchmarks.flow;

import io.leverage.GlobalVariable;
import io.leverage.Update;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/** What messages and updates of globals cost between virtual threads on real peers. */
public final class Rates {
  private static final double MICROS = 1e3;
  private static final double SECONDS = 1e9;

  private Rates() {}

  static final class Ping implements Callable<long[]> {
    private final String other;
    private final int rounds;

    Ping(String other, int rounds) {
      this.other = other;
      this.rounds = rounds;
    }

    @Override
    public long[] call() {
      long[] times = new long[rounds];
      for (int i = 0; i < rounds; i++) {
        long began = System.nanoTime();
        VirtualThread.current().send(other, i);
        int answer = VirtualThread.current().receive().payload(Integer.class);
        if (answer != i) {
          throw new IllegalStateException(answer + " answers " + i);
        }
        times[i] = System.nanoTime() - began;
      }
      return times;
    }
  }

  static final class Pong implements Runnable {
    private final String other;
    private final int rounds;

    Pong(String other, int rounds) {
      this.other = other;
      this.rounds = rounds;
    }

    @Override
    public void run() {
      for (int i = 0; i < rounds; i++) {
        VirtualThread.current()
            .send(other, VirtualThread.current().receive().payload(Integer.class));
      }
    }
  }

  static final class Source implements Runnable {
    private final int messages;

    Source(int messages) {
      this.messages = messages;
    }

    @Override
    public void run() {
      for (int i = 0; i < messages; i++) {
        VirtualThread.current().send("sink", i);
      }
    }
  }

  static final class Sink implements Callable<Long> {
    private final int messages;

    Sink(int messages) {
      this.messages = messages;
    }

    @Override
    public Long call() {
      VirtualThread.current().receive();
      long began = System.nanoTime();
      for (int i = 1; i < messages; i++) {
        VirtualThread.current().receive();
      }
      return System.nanoTime() - began;
    }
  }

  static final class Increment implements Update<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    public Integer apply(Integer value) {
      return value + 1;
    }
  }

  static final class Updater implements Callable<long[]> {
    private final GlobalVariable<Integer> variable;
    private final int times;

    Updater(GlobalVariable<Integer> variable, int times) {
      this.variable = variable;
      this.times = times;
    }

    @Override
    public long[] call() {
      long[] taken = new long[times];
      for (int i = 0; i < times; i++) {
        long began = System.nanoTime();
        variable.update(new Increment());
        taken[i] = System.nanoTime() - began;
      }
      return taken;
    }
  }

  private static String quantiles(long[] times) {
    long[] later = Arrays.copyOfRange(times, times.length / 4, times.length);
    Arrays.sort(later);
    return String.format(
        "median %.0f us, 99 %% %.0f us",
        later[later.length / 2] / MICROS, later[later.length * 99 / 100] / MICROS);
  }

  /** Arguments: how many workers, how many rounds. */
  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(args[1]);
    try (VirtualComputer computer =
        VirtualComputer.builder().workers(Integer.parseInt(args[0])).open()) {
      VirtualThread<long[]> ping = computer.start("ping", new Ping("pong", rounds));
      computer.start("pong", new Pong("ping", rounds));
      System.out.println("message there and back, each after its checkpoint: "
          + quantiles(ping.result()));
      int sources = 8;
      VirtualThread<Long> sink = computer.start("sink", new Sink(sources * rounds));
      List<VirtualThread<?>> all = new ArrayList<>();
      for (int i = 0; i < sources; i++) {
        all.add(computer.start("source-" + i, new Source(rounds)));
      }
      System.out.printf(
          "%d senders to one receiver: %,.0f messages per second%n",
          sources, sources * rounds / (sink.result() / SECONDS));
      GlobalVariable<Integer> count = computer.global("count", 0);
      System.out.println(
          "update of a global in a thread, with its checkpoint: "
              + quantiles(computer.start("updater", new Updater(count, rounds)).result()));
      GlobalVariable<Integer> mine = computer.global("mine", 0);
      long[] times = new long[rounds];
      for (int i = 0; i < rounds; i++) {
        long began = System.nanoTime();
        mine.update(new Increment());
        times[i] = System.nanoTime() - began;
      }
      System.out.println("update of a global by the program: " + quantiles(times));
    }
  }
}
