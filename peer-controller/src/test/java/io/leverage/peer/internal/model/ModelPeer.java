package io.leverage.peer.internal.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leverage.RefusedException;
import io.leverage.peer.internal.checkpoint.Checkpoints;
import io.leverage.peer.internal.checkpoint.ChunkSizes;
import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.checkpoint.Publisher;
import io.leverage.peer.internal.checkpoint.Recovery;
import io.leverage.peer.internal.global.GlobalVariableManager;
import io.leverage.peer.internal.message.AddressResolver;
import io.leverage.peer.internal.message.Mailbox;
import io.leverage.peer.internal.message.MessageManager;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.store.StateStore;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.Consumed;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import io.leverage.peer.internal.unit.UnitMessage.FetchMessages;
import io.leverage.peer.internal.unit.UnitMessage.GlobalSwapped;
import io.leverage.peer.internal.unit.UnitMessage.GlobalValue;
import io.leverage.peer.internal.unit.UnitMessage.Outgoing;
import io.leverage.peer.internal.unit.UnitMessage.ReadGlobal;
import io.leverage.peer.internal.unit.UnitMessage.SwapGlobal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A peer of the model: the real code of claims, commits, mailboxes and globals, and two tasks. The
 * sender's n-th commit holds a message and a partial result; then it adds one to a global. The
 * receiver commits after each message. Both name the incarnation that did it.
 */
final class ModelPeer {
  static final String TX = "vc/tx";
  static final String RX = "vc/rx";

  /** So that all checkpoints are of several chunks. */
  static final ChunkSizes TINY = new ChunkSizes(0, 0, 16, 16, 64);

  private final String id;
  private final int messages;
  private final ThreadTable threads;
  private final MessageManager mail;
  private final Recovery recovery;
  private final GlobalVariableManager globals;

  ModelPeer(String id, int messages, StateStore store, ChunkSizes sizes) {
    this.id = id;
    this.messages = messages;
    this.threads = new ThreadTable(store);
    this.mail =
        new MessageManager(
            new Mailbox(store), new AddressResolver(threads), (to, what) -> {}, Runnable::run);
    this.recovery =
        new Recovery(
            new Checkpoints(store, sizes),
            threads,
            new Publisher(store, mail, CrashPoint.NONE),
            CrashPoint.NONE,
            Clock.systemUTC(),
            Runnable::run);
    this.globals = new GlobalVariableManager(store, threads);
  }

  void submit() {
    for (String thread : List.of(TX, RX)) {
      if (!recovery.submit(thread, "client/1", "0".getBytes(UTF_8))) {
        throw new AssertionError();
      }
    }
  }

  /** Runs a thread from its last commit, whoever runs it now, until it ends or is taken away. */
  void run(String thread, BooleanSupplier idle) {
    Optional<ThreadTable.Known> known =
        threads.know(thread).filter(r -> !r.record().state().ended());
    if (known.isEmpty()) {
      recovery.completeEnd(thread);
      return;
    }
    try {
      Recovery.Claimed claimed =
          recovery.claim(
              new Recovery.Claim(thread, known.get().record().epoch(), id, id, "it is our turn"),
              known.get());
      if (thread.equals(TX)) {
        send(claimed);
      } else {
        receive(claimed, idle);
      }
    } catch (FencedException e) {
      // another peer goes on
      return;
    } catch (RefusedException e) {
      throw new AssertionError(e);
    }
  }

  private void send(Recovery.Claimed claimed) {
    long epoch = claimed.record().epoch();
    long done = claimed.record().sequence();
    if (done > 0) {
      add(done); // it may not have been applied yet
    }
    for (long n = done + 1; n <= messages; n++) {
      claimed.committer().commit(sending(epoch, n), List.of());
      add(n);
    }
    claimed
        .committer()
        .commit(
            new Commit(
                TX,
                epoch,
                messages + 1L,
                new byte[0],
                List.of(),
                List.of(),
                messages,
                List.of(),
                new Ending("RETURNED", new byte[0], "")),
            List.of());
  }

  private static Commit sending(long epoch, long n) {
    byte[] effect = (n + " by " + epoch).getBytes(UTF_8);
    return new Commit(
        TX,
        epoch,
        n,
        Long.toString(n).getBytes(UTF_8),
        List.of(new Outgoing(RX, new Batch(TX, n - 1, List.of(effect), true))),
        List.of(effect),
        n - 1,
        List.of(),
        null);
  }

  private void add(long number) {
    GlobalValue present = globals.read(new ReadGlobal("vc", "sum"));
    while (true) {
      long sum = present.bytes() == null ? 0 : Long.parseLong(new String(present.bytes(), UTF_8));
      UnitMessage answer =
          globals.swap(
              new SwapGlobal(
                  "vc",
                  "sum",
                  present.version(),
                  Long.toString(sum + 1).getBytes(UTF_8),
                  TX,
                  number));
      if (answer instanceof GlobalSwapped) {
        return;
      }
      present = (GlobalValue) answer;
    }
  }

  private void receive(Recovery.Claimed claimed, BooleanSupplier idle) {
    long epoch = claimed.record().epoch();
    long next = claimed.record().sequence();
    String got = next == 0 ? "" : new String(claimed.image(), UTF_8);
    while (next < messages) {
      List<Batch> batches =
          mail.gather(new FetchMessages(RX, List.of(new Consumed(TX, next)))).batches();
      if (batches.isEmpty()) {
        if (!idle.getAsBoolean()) {
          return;
        }
        continue;
      }
      got += new String(batches.get(0).payloads().get(0), UTF_8) + ";";
      next++;
      boolean last = next == messages;
      claimed
          .committer()
          .commit(
              new Commit(
                  RX,
                  epoch,
                  next,
                  got.getBytes(UTF_8),
                  List.of(),
                  List.of(),
                  0,
                  List.of(new Consumed(TX, next)),
                  last ? new Ending("RETURNED", got.getBytes(UTF_8), "") : null),
              List.of());
    }
  }

  String result(String thread) {
    byte[] result = recovery.result(thread, threads.require(thread));
    return result == null ? "" : new String(result, UTF_8);
  }

  String sum() {
    return new String(globals.read(new ReadGlobal("vc", "sum")).bytes(), UTF_8);
  }
}
