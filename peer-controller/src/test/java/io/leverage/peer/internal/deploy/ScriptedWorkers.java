package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.LinkPair;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.FreezeThread;
import io.leverage.peer.internal.unit.UnitMessage.MailWaiting;
import io.leverage.peer.internal.unit.UnitMessage.RunThread;
import io.leverage.peer.internal.unit.UnitMessage.StopThread;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/** Launches workers in this process whose threads are {@link ScriptedThread}s. */
final class ScriptedWorkers implements WorkerLauncher {
  private final ExecutorService executor;
  private final List<LinkPair> launched = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch slow = new CountDownLatch(0);

  ScriptedWorkers(ExecutorService executor) {
    this.executor = executor;
  }

  /** Lets workers that are launched from now on take until the latch is open. */
  void launchSlowly(CountDownLatch until) {
    slow = until;
  }

  int launches() {
    return launched.size();
  }

  /** Lets all workers die. */
  void die() {
    launched.forEach(LinkPair::close);
  }

  @Override
  public Launched launch(String computer, RequestHandler handler) {
    try {
      slow.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LinkPair links = Link.pipe("peer", handler, "worker", new Handler(executor), executor);
    launched.add(links);
    return new Launched() {
      @Override
      public Link link() {
        return links.near();
      }

      @Override
      public String obituary() {
        return "its scripted worker died";
      }

      @Override
      public void close() {
        links.close();
      }
    };
  }

  private static final class Handler implements RequestHandler {
    private final ExecutorService executor;
    private final Map<String, ScriptedThread> threads = new ConcurrentHashMap<>();

    Handler(ExecutorService executor) {
      this.executor = executor;
    }

    @Override
    public UnitMessage handle(Link from, UnitMessage message) throws Exception {
      if (message instanceof RunThread run) {
        ScriptedThread thread = new ScriptedThread(from, run);
        threads.put(run.thread(), thread);
        executor.execute(thread);
      } else if (message instanceof MailWaiting waiting) {
        ScriptedThread thread = threads.get(waiting.thread());
        if (thread != null) {
          thread.wake();
        }
      } else if (message instanceof FreezeThread freeze) {
        threads.get(freeze.thread()).freeze();
      } else if (message instanceof StopThread stop) {
        ScriptedThread thread = threads.remove(stop.thread());
        if (thread != null) {
          thread.stop();
        }
      }
      return new Done();
    }

    @Override
    public void closed(Link from) {
      threads.values().forEach(ScriptedThread::stop);
    }
  }
}
