package io.leverage.peer.internal.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.Consumed;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import io.leverage.peer.internal.unit.UnitMessage.FetchMessages;
import io.leverage.peer.internal.unit.UnitMessage.GlobalSwapped;
import io.leverage.peer.internal.unit.UnitMessage.GlobalValue;
import io.leverage.peer.internal.unit.UnitMessage.Mail;
import io.leverage.peer.internal.unit.UnitMessage.Outgoing;
import io.leverage.peer.internal.unit.UnitMessage.ReadGlobal;
import io.leverage.peer.internal.unit.UnitMessage.RunThread;
import io.leverage.peer.internal.unit.UnitMessage.SwapGlobal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One run of a scripted thread: it keeps to the protocol of a real one, with an OS thread. */
final class ScriptedThread implements Runnable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Link link;
  private final String id;
  private final long epoch;
  private final ScriptState state;
  private final Semaphore mail = new Semaphore(0);
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean frozen;
  private volatile boolean stopped;
  private long sequence;

  ScriptedThread(Link link, RunThread run) {
    this.link = link;
    this.id = run.thread();
    this.epoch = run.epoch();
    this.sequence = run.sequence();
    this.state = ScriptState.read(run.image());
  }

  void wake() {
    mail.release();
  }

  /** Stops after a last commit. */
  void freeze() throws InterruptedException {
    frozen = true;
    wake();
    over.await();
  }

  void stop() {
    stopped = true;
    wake();
  }

  @Override
  public void run() {
    try {
      switch (state.word(0)) {
        case "send" -> send();
        case "receive" -> receive();
        case "increment" -> increment();
        case "report" -> report();
        case "spin" -> spin();
        case "die" -> link.close();
        default -> throw new IllegalStateException(state.script);
      }
    } catch (Interruption | UnreachableException | FencedException e) {
      stopped = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      over.countDown();
    }
  }

  /** Frozen or stopped. */
  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void checkpoint() {
    if (stopped) {
      throw new Interruption();
    }
    if (frozen) {
      commit(List.of(), List.of(), List.of(), null);
      throw new Interruption();
    }
  }

  private void send() {
    String receiver = id.substring(0, id.indexOf('/') + 1) + state.word(1);
    int count = Integer.parseInt(state.word(2));
    while (state.done < count) {
      checkpoint();
      byte[] payload = (state.done + "").getBytes(UTF_8);
      Batch batch = new Batch(id, state.done, List.of(payload));
      state.done++;
      commit(List.of(new Outgoing(receiver, batch)), List.of(), List.of(), null);
    }
    end("sent " + count);
  }

  private void receive() throws InterruptedException {
    int count = Integer.parseInt(state.word(1));
    while (state.received.size() < count) {
      checkpoint();
      List<Consumed> from = new ArrayList<>();
      state.cursors.forEach((sender, next) -> from.add(new Consumed(sender, next)));
      Mail got = link.call(new FetchMessages(id, from), Mail.class, PATIENCE);
      for (Batch batch : got.batches()) {
        if (batch.number() == state.cursors.getOrDefault(batch.sender(), 0L)) {
          state.cursors.put(batch.sender(), batch.number() + 1);
          String name = batch.sender().substring(batch.sender().indexOf('/') + 1);
          batch
              .payloads()
              .forEach(payload -> state.received.add(name + ":" + new String(payload, UTF_8)));
        }
      }
      if (got.batches().isEmpty()) {
        var unused = mail.tryAcquire(1, TimeUnit.SECONDS);
      } else {
        List<Consumed> consumed = new ArrayList<>();
        state.cursors.forEach((sender, next) -> consumed.add(new Consumed(sender, next)));
        commit(List.of(), List.of(), consumed, null);
      }
    }
    end(String.join(",", state.received));
  }

  private void increment() {
    String computer = id.substring(0, id.indexOf('/'));
    int count = Integer.parseInt(state.word(2));
    while (state.done < count) {
      checkpoint();
      commit(List.of(), List.of(), List.of(), null); // the operation is pending in it
      GlobalValue present = ask(new ReadGlobal(computer, state.word(1)), GlobalValue.class);
      while (true) {
        byte[] bytes = present.bytes();
        long value = bytes == null ? 0 : Long.parseLong(new String(bytes, UTF_8));
        UnitMessage answer =
            ask(
                new SwapGlobal(
                    computer,
                    state.word(1),
                    present.version(),
                    ((value + 1) + "").getBytes(UTF_8),
                    id,
                    state.done + 1),
                UnitMessage.class);
        if (answer instanceof GlobalSwapped) {
          break;
        }
        present = (GlobalValue) answer;
      }
      state.done++;
    }
    end("incremented " + count);
  }

  private void report() {
    int count = Integer.parseInt(state.word(1));
    while (state.done < count) {
      checkpoint();
      byte[] partialResult = (state.done + "").getBytes(UTF_8);
      state.done++;
      commit(List.of(), List.of(partialResult), List.of(), null);
    }
    end("reported " + count);
  }

  private void spin() throws InterruptedException {
    while (true) {
      checkpoint();
      state.done++;
      var unused = mail.tryAcquire(5, TimeUnit.MILLISECONDS);
    }
  }

  private void end(String result) {
    commit(List.of(), List.of(), List.of(), new Ending("RETURNED", result.getBytes(UTF_8), ""));
  }

  private void commit(
      List<Outgoing> outbox,
      List<byte[]> partialResults,
      List<Consumed> consumed,
      @org.jspecify.annotations.Nullable Ending ending) {
    long first = state.partialResults;
    state.partialResults += partialResults.size();
    sequence++;
    Commit commit =
        new Commit(
            id, epoch, sequence, state.write(), outbox, partialResults, first, consumed, ending);
    var unused = ask(commit, Done.class);
  }

  /** Asks until the outcome is known, as long as the link is open. */
  private <T extends UnitMessage> T ask(UnitMessage request, Class<T> expected) {
    while (true) {
      if (stopped) {
        throw new Interruption();
      }
      try {
        return link.call(request, expected, PATIENCE);
      } catch (UnreachableException e) {
        if (!link.isOpen()) {
          throw e;
        }
      } catch (IllegalStateException e) {
        if (!link.isOpen()) {
          throw new UnreachableException("the link is closed", e);
        }
        throw e;
      }
    }
  }
}
