import io.leverage.GlobalVariable;
import io.leverage.Message;
import io.leverage.Update;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What runs while faults are injected: clerks that send numbered messages, add them to a global
 * variable and report; an auditor that adds up what it receives; two that send a number to and fro;
 * one that computes, deep in a recursion. They go on until a global variable says so, and then
 * everything must add up, exactly, whatever died meanwhile.
 *
 * <p>Its arguments are how many workers it wants, and how many milliseconds its threads rest between
 * what they do: 600 unless said. Commands come on the standard input: {@code round N}, {@code start
 * NAME}, {@code stop}.
 */
public final class Workload {
  private static final int CLERKS = 3;
  private static final int REPORT_EVERY = 5;

  static final class Add implements Update<Long> {
    private static final long serialVersionUID = 1L;
    private final long number;

    Add(long number) {
      this.number = number;
    }

    @Override
    public Long apply(Long value) {
      return value + number;
    }
  }

  /** Sends, adds and reports 1, 2, 3, ...; returns how far it came. */
  static final class Clerk implements Callable<Long> {
    private final GlobalVariable<Long> sum;
    private final GlobalVariable<Boolean> stop;
    private final Duration pause;

    Clerk(GlobalVariable<Long> sum, GlobalVariable<Boolean> stop, Duration pause) {
      this.sum = sum;
      this.stop = stop;
      this.pause = pause;
    }

    @Override
    public Long call() {
      long number = 0;
      long newest = 0;
      do {
        for (int i = 0; i < REPORT_EVERY; i++) {
          number++;
          VirtualThread.current().send("auditor", number);
          long value = sum.update(new Add(number));
          if (value <= newest) {
            throw new IllegalStateException("the sum went from " + newest + " to " + value);
          }
          newest = value;
        }
        VirtualThread.current().report(number);
        Optional<Message> none = VirtualThread.current().receive(pause);
        if (none.isPresent()) {
          throw new IllegalStateException("a clerk has no mail, but got " + none.get().sender());
        }
      } while (!stop.get());
      VirtualThread.current().send("auditor", -number);
      return number;
    }
  }

  /** Adds up what the clerks send. */
  static final class Auditor implements Callable<String> {
    private final int clerks;

    Auditor(int clerks) {
      this.clerks = clerks;
    }

    @Override
    public String call() {
      long[] last = new long[clerks];
      long total = 0;
      int open = clerks;
      while (open > 0) {
        Message message = VirtualThread.current().receive();
        int clerk = Integer.parseInt(message.sender().substring("clerk-".length()));
        long number = message.payload(Long.class);
        if (number < 0) {
          if (-number != last[clerk]) {
            return "clerk " + clerk + " ended with " + -number + " after " + last[clerk];
          }
          open--;
        } else if (number != last[clerk] + 1) {
          return "clerk " + clerk + " sent " + number + " after " + last[clerk];
        } else {
          last[clerk] = number;
          total += number;
        }
      }
      return "total " + total;
    }
  }

  /** Sends numbers to its partner and expects them back, squared. */
  static final class Pinger implements Callable<Long> {
    private final GlobalVariable<Boolean> stop;
    private final Duration pause;

    Pinger(GlobalVariable<Boolean> stop, Duration pause) {
      this.stop = stop;
      this.pause = pause;
    }

    @Override
    public Long call() {
      long number = 0;
      while (!stop.get()) {
        for (int i = 0; i < 3; i++) {
          number++;
          VirtualThread.current().send("ponger", number);
          long answer = VirtualThread.current().receive().payload(Long.class);
          if (answer != number * number) {
            throw new IllegalStateException(number + " was answered by " + answer);
          }
        }
        Optional<Message> none = VirtualThread.current().receive(pause);
        if (none.isPresent()) {
          throw new IllegalStateException(number + " was answered twice");
        }
      }
      VirtualThread.current().send("ponger", 0L);
      return number;
    }
  }

  /** Squares numbers. */
  static final class Ponger implements Callable<Long> {
    @Override
    public Long call() {
      long last = 0;
      while (true) {
        Message message = VirtualThread.current().receive();
        long number = message.payload(Long.class);
        if (number == 0) {
          return last;
        }
        if (number != last + 1) {
          throw new IllegalStateException(number + " came after " + last);
        }
        last = number;
        VirtualThread.current().send(message.sender(), number * number);
      }
    }
  }

  /** Computes, with much on its stack; its result says how many steps it took. */
  static final class Cruncher implements Callable<String> {
    private final long seed;
    private final GlobalVariable<Boolean> stop;
    private final Duration pause;

    Cruncher(long seed, GlobalVariable<Boolean> stop, Duration pause) {
      this.seed = seed;
      this.stop = stop;
      this.pause = pause;
    }

    @Override
    public String call() {
      long value = seed;
      int steps = 0;
      do {
        value = step(value);
        steps++;
        VirtualThread.current().receive(pause);
      } while (!stop.get());
      return steps + " " + value;
    }

    static long step(long value) {
      return descend(value, 40);
    }

    private static long descend(long value, int depth) {
      if (depth == 0) {
        long mixed = value;
        for (int i = 0; i < 20_000; i++) {
          mixed = mixed * 6364136223846793005L + 1442695040888963407L;
          mixed ^= mixed >>> 29;
        }
        return mixed;
      }
      long below = descend(value + depth, depth - 1);
      return below * 31 + depth;
    }
  }

  /** Started while others run. */
  static final class Late implements Callable<Long> {
    private final long number;
    private final GlobalVariable<Long> sum;

    Late(long number, GlobalVariable<Long> sum) {
      this.number = number;
      this.sum = sum;
    }

    @Override
    public Long call() {
      sum.update(new Add(number));
      return Cruncher.step(number);
    }
  }

  /** One virtual computer, from its opening to its audit. */
  private static final class Round {
    private final long seed;
    private final VirtualComputer computer;
    private final GlobalVariable<Long> sum;
    private final GlobalVariable<Boolean> stop;
    private final List<VirtualThread<Long>> clerks = new ArrayList<>();
    private final VirtualThread<String> auditor;
    private final VirtualThread<Long> pinger;
    private final VirtualThread<Long> ponger;
    private final VirtualThread<String> cruncher;
    private final TreeMap<Long, VirtualThread<Long>> late = new TreeMap<>();
    private final ConcurrentHashMap<Integer, AtomicLong> reported = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Boolean> wrong = new ConcurrentHashMap<>();

    Round(long seed, int workers, Duration pause) {
      this.seed = seed;
      computer = VirtualComputer.builder().workers(workers).open();
      sum = computer.global("sum", 0L);
      stop = computer.global("stop", false);
      auditor = computer.start("auditor", new Auditor(CLERKS));
      for (int i = 0; i < CLERKS; i++) {
        int clerk = i;
        reported.put(clerk, new AtomicLong());
        VirtualThread<Long> thread = computer.start("clerk-" + i, new Clerk(sum, stop, pause));
        thread.onPartialResult(report -> arrived(clerk, (Long) report));
        clerks.add(thread);
      }
      ponger = computer.start("ponger", new Ponger());
      pinger = computer.start("pinger", new Pinger(stop, pause));
      cruncher = computer.start("cruncher", new Cruncher(seed, stop, pause));
    }

    private void arrived(int clerk, long report) {
      long before = reported.get(clerk).getAndSet(report);
      if (report != before + REPORT_EVERY) {
        wrong.put("clerk " + clerk + " reported " + report + " after " + before, true);
      }
      System.out.println("progress " + clerk + " " + report);
    }

    void start(long number) {
      late.put(number, computer.start("late-" + number, new Late(number, sum)));
    }

    String audit() throws InterruptedException {
      stop.set(true);
      long total = 0;
      for (int i = 0; i < CLERKS; i++) {
        long numbers = clerks.get(i).result();
        total += numbers * (numbers + 1) / 2;
        check("reports of clerk " + i, numbers, reported.get(i).get());
      }
      check("the audit", "total " + total, auditor.result());
      for (var one : late.entrySet()) {
        total += one.getKey();
        check("the late thread", Cruncher.step(one.getKey()), one.getValue().result());
      }
      check("the sum", total, sum.get());
      check("the squares", pinger.result(), ponger.result());
      String[] crunched = cruncher.result().split(" ");
      long value = seed;
      for (int i = Integer.parseInt(crunched[0]); i > 0; i--) {
        value = Cruncher.step(value);
      }
      check("the computation", value, Long.parseLong(crunched[1]));
      return wrong.isEmpty()
          ? "right, total " + total + ", steps " + crunched[0]
          : "WRONG: " + String.join("; ", wrong.keySet());
    }

    private void check(String what, Object expected, Object found) {
      if (!expected.equals(found)) {
        wrong.put(what + " should be " + expected + ", not " + found, true);
      }
    }
  }

  private static String audited(Round round) {
    try {
      return round.audit();
    } catch (InterruptedException | RuntimeException e) {
      return "WRONG: " + e + (e.getCause() == null ? "" : ": " + e.getCause());
    }
  }

  public static void main(String[] args) throws Exception {
    int workers = Integer.parseInt(args[0]);
    Duration pause = Duration.ofMillis(args.length < 2 ? 600 : Long.parseLong(args[1]));
    Round round = null;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "round" -> {
          round = new Round(Long.parseLong(words[1]), workers, pause);
          System.out.println("opened " + round.computer.id());
        }
        case "start" -> {
          round.start(Long.parseLong(words[1]));
          System.out.println("started " + words[1]);
        }
        case "stop" -> {
          System.out.println("audit " + audited(round));
          round.computer.close();
          System.out.println("closed");
        }
        default -> throw new IllegalArgumentException(line);
      }
    }
  }
}
