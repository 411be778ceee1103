package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.LinkPair;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.ConfigureWorker;
import io.leverage.peer.internal.unit.UnitMessage.Consumed;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.Failed;
import io.leverage.peer.internal.unit.UnitMessage.FetchMessages;
import io.leverage.peer.internal.unit.UnitMessage.GlobalSwapped;
import io.leverage.peer.internal.unit.UnitMessage.GlobalValue;
import io.leverage.peer.internal.unit.UnitMessage.Mail;
import io.leverage.peer.internal.unit.UnitMessage.MailWaiting;
import io.leverage.peer.internal.unit.UnitMessage.Outgoing;
import io.leverage.peer.internal.unit.UnitMessage.ReadGlobal;
import io.leverage.peer.internal.unit.UnitMessage.RunThread;
import io.leverage.peer.internal.unit.UnitMessage.SwapGlobal;
import io.leverage.peer.internal.unit.UnitMessage.ThreadEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A peer that keeps all in memory and answers one worker as the protocol says, or as scripted. */
final class FakePeer implements RequestHandler, AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  final List<Commit> commits = new CopyOnWriteArrayList<>();
  final List<String> events = new CopyOnWriteArrayList<>();
  final Map<String, List<Batch>> mailboxes = new ConcurrentHashMap<>();
  final Map<String, GlobalValue> globals = new ConcurrentHashMap<>();
  final Map<String, SwapGlobal> swaps = new ConcurrentHashMap<>();
  final Worker worker;

  /** Answers instead of the peer, unless it answers null. */
  volatile Function<UnitMessage, UnitMessage> script = request -> null;

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final LinkPair link;

  FakePeer(WorkerSettings settings, int slots) {
    ClassLoader loader = FakePeer.class.getClassLoader();
    worker = new Worker(settings, jars -> new UserCode(loader, new PooledCodec(loader)));
    link = Link.pipe("peer", this, "worker", worker, executor);
    ask(new ConfigureWorker("vc", List.of(), slots));
  }

  UnitMessage ask(UnitMessage request) {
    try {
      return link.near().request(request).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  void start(String name, Object task) {
    byte[] image = new PooledCodec(getClass().getClassLoader()).write(task);
    if (!(ask(new RunThread("vc/" + name, 1, 0, image)) instanceof Done)) {
      throw new AssertionError("not started");
    }
  }

  void resume(Commit checkpoint) {
    UnitMessage answer =
        ask(
            new RunThread(
                checkpoint.thread(),
                checkpoint.epoch() + 1,
                checkpoint.sequence(),
                checkpoint.image()));
    if (!(answer instanceof Done)) {
      throw new AssertionError(answer.toString());
    }
  }

  void deliver(String receiver, Batch batch) {
    mailboxes.computeIfAbsent(receiver, r -> new CopyOnWriteArrayList<>()).add(batch);
    link.near().send(new MailWaiting(receiver));
  }

  Batch batch(String sender, long number, Object... payloads) {
    PooledCodec codec = new PooledCodec(getClass().getClassLoader());
    List<byte[]> bytes = new ArrayList<>();
    for (Object payload : payloads) {
      bytes.add(codec.write(payload));
    }
    return new Batch("vc/" + sender, number, bytes);
  }

  Object read(byte[] bytes) {
    return new PooledCodec(getClass().getClassLoader()).read(bytes);
  }

  @Override
  public UnitMessage handle(Link from, UnitMessage request) {
    UnitMessage scripted = script.apply(request);
    if (scripted != null) {
      return scripted;
    }
    if (request instanceof Commit commit) {
      commits.add(commit);
      for (Outgoing outgoing : commit.outbox()) {
        deliver(outgoing.receiver(), outgoing.batch());
      }
    } else if (request instanceof FetchMessages fetch) {
      return new Mail(beyond(fetch));
    } else if (request instanceof ReadGlobal read) {
      return globals.getOrDefault(read.name(), new GlobalValue(0, null));
    } else if (request instanceof SwapGlobal swap) {
      return swap(swap);
    } else if (request instanceof ThreadEvent event) {
      events.add(event.thread() + ": " + event.event());
    }
    return new Done();
  }

  private List<Batch> beyond(FetchMessages fetch) {
    return mailboxes.getOrDefault(fetch.thread(), List.of()).stream()
        .filter(
            batch ->
                fetch.from().stream()
                        .filter(known -> known.sender().equals(batch.sender()))
                        .mapToLong(Consumed::next)
                        .findAny()
                        .orElse(0)
                    <= batch.number())
        .toList();
  }

  private synchronized UnitMessage swap(SwapGlobal swap) {
    SwapGlobal last = swaps.get(swap.writer());
    if (last != null && last.number() == swap.number()) {
      return new GlobalSwapped(last.expectedVersion() + 1, last.bytes());
    }
    GlobalValue present = globals.getOrDefault(swap.name(), new GlobalValue(0, null));
    if (present.version() != swap.expectedVersion()) {
      return present;
    }
    swaps.put(swap.writer(), swap);
    globals.put(swap.name(), new GlobalValue(present.version() + 1, swap.bytes()));
    return new GlobalSwapped(present.version() + 1, swap.bytes());
  }

  static Failed failed(Failed.Kind kind) {
    return new Failed(kind, "scripted");
  }

  @Override
  public void close() {
    worker.close();
    link.close();
    executor.shutdownNow();
  }
}
