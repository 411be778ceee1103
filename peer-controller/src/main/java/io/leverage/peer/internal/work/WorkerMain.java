package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A worker as a process of its own. Its standard input and output are the link to its peer; what
 * user code prints goes to the peer line by line. It ends at once when the link closes, since then
 * its peer is dead and its threads are claimed by others.
 */
public final class WorkerMain {
  private WorkerMain() {}

  /**
   * Runs a worker until its peer is gone.
   *
   * @param args none
   * @throws InterruptedException never
   */
  public static void main(String[] args) throws InterruptedException {
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    OutputStream errors = new FileOutputStream(FileDescriptor.err);
    CompletableFuture<Link> opened = new CompletableFuture<>();
    System.setIn(InputStream.nullInputStream());
    System.setOut(lines(new PrintedLines(opened, errors, false)));
    System.setErr(lines(new PrintedLines(opened, errors, true)));

    Worker worker = new Worker(WorkerSettings.defaults(), MobileCode::load);
    ExecutorService executor = Executors.newCachedThreadPool();
    opened.complete(Link.open("the peer", in, out, executor, new UntilThePeerIsGone(worker)));
    // All other threads are daemons; only the end of the link ends this process.
    new CountDownLatch(1).await();
  }

  private static PrintStream lines(PrintedLines lines) {
    return new PrintStream(lines, true, StandardCharsets.UTF_8);
  }

  private record UntilThePeerIsGone(Worker worker) implements RequestHandler {
    @Override
    public UnitMessage handle(Link peer, UnitMessage request) throws Exception {
      return worker.handle(peer, request);
    }

    @Override
    public void closed(Link peer) {
      // Nothing of this process counts any more; user code must not delay its end.
      Runtime.getRuntime().halt(0);
    }
  }
}
