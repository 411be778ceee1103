package io.leverage.peer.internal.work;

import io.leverage.peer.internal.deploy.WorkerLauncher;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.LinkPair;
import io.leverage.peer.internal.unit.RequestHandler;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts workers within the peer's own process, for the embedded mode: the same worker over the
 * same kind of link, with user classes in a class loader of their own. The process is the user's
 * own program, so user code runs where it is trusted.
 */
public final class InProcessWorkerLauncher implements WorkerLauncher {
  @Override
  public Launched launch(String computer, RequestHandler handler) {
    ExecutorService executor = Executors.newCachedThreadPool(Worker.daemon("leverage-worker"));
    Worker worker = new Worker(WorkerSettings.defaults(), MobileCode::load);
    LinkPair link = Link.pipe("the peer", handler, "worker of " + computer, worker, executor);
    return new InProcess(link, worker, executor);
  }

  private record InProcess(LinkPair pair, Worker worker, ExecutorService executor)
      implements Launched {
    @Override
    public Link link() {
      return pair.near();
    }

    @Override
    public String obituary() {
      return "its worker, in the same process, was closed";
    }

    @Override
    public void close() {
      worker.close();
      pair.close();
      executor.shutdown();
    }
  }
}
