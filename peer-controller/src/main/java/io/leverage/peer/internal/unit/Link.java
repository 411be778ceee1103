package io.leverage.peer.internal.unit;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A two-way connection that carries unit messages over any pair of streams: the pipes of a child
 * process, a socket, or memory.
 *
 * <p>Each end opens with a preamble that names the protocol and its vocabulary, then writes frames:
 * length, kind, number, message. One thread reads; it never writes and never runs a handler, so two
 * ends that both write much can't block each other. Writers wait while the stream is full, which is
 * the back-pressure; concurrent writers share a flush.
 *
 * <p>Safe for use by many threads. When either end closes, when the streams break or when what
 * comes in is no frame, the link is closed for good: pending requests complete with {@link
 * UnreachableException}, and {@link RequestHandler#closed} is called once.
 */
public final class Link implements Caller, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  /** How many requests of the other end may be in work at once; more are turned away. */
  private static final int IN_WORK = 4096;

  private static final int PIPE_CAPACITY = 1 << 16;

  private final String name;
  private final FrameReader reader;
  private final FrameWriter writer;
  private final Executor executor;
  private final RequestHandler handler;
  private final SerialQueue oneWays;
  private final Semaphore inWork = new Semaphore(IN_WORK);
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, CompletableFuture<UnitMessage>> pending = new ConcurrentHashMap<>();
  private final AtomicBoolean open = new AtomicBoolean(true);

  private Link(
      String name, InputStream in, OutputStream out, Executor executor, RequestHandler handler) {
    this.name = name;
    this.reader = new FrameReader(new DataInputStream(in));
    this.writer = new FrameWriter(out);
    this.executor = executor;
    this.handler = handler;
    this.oneWays = new SerialQueue(executor);
  }

  /**
   * Opens a link and begins to read.
   *
   * @param name of the other end, for messages to people
   * @param executor runs the handler; it must be able to run as many blocking handlers as come
   */
  public static Link open(
      String name, InputStream in, OutputStream out, Executor executor, RequestHandler handler) {
    Link link = new Link(name, in, out, executor, handler);
    Thread thread = new Thread(link::readAll, "link to " + name);
    thread.setDaemon(true);
    thread.start();
    return link;
  }

  /** Opens both ends of a link within this process. */
  public static LinkPair pipe(
      String nearName,
      RequestHandler nearHandler,
      String farName,
      RequestHandler farHandler,
      Executor executor) {
    BoundedPipe there = new BoundedPipe(PIPE_CAPACITY);
    BoundedPipe back = new BoundedPipe(PIPE_CAPACITY);
    return new LinkPair(
        open(farName, back.source(), there.sink(), executor, nearHandler),
        open(nearName, there.source(), back.sink(), executor, farHandler));
  }

  /** Gets the name of the other end. */
  public String name() {
    return name;
  }

  /** Tells whether the link still carries messages. */
  public boolean isOpen() {
    return open.get();
  }

  /**
   * Sends a request.
   *
   * @return completes with the answer, which may be a {@link UnitMessage.Failed}; exceptionally
   *     with {@link UnreachableException} if the link closes first
   */
  public CompletableFuture<UnitMessage> request(UnitMessage message) {
    byte[] bytes = UnitCodec.encode(message);
    Frame.checkSize(bytes);
    long number = numbers.incrementAndGet();
    CompletableFuture<UnitMessage> answer = new CompletableFuture<>();
    pending.put(number, answer);
    write(new Frame(Frame.Kind.REQUEST, number, bytes));
    if (!open.get()) {
      fail(answer);
    }
    return answer.whenComplete((done, failure) -> pending.remove(number));
  }

  /**
   * Sends a message that has no answer.
   *
   * @throws UnreachableException if the link is closed
   */
  public void send(UnitMessage message) {
    byte[] bytes = UnitCodec.encode(message);
    Frame.checkSize(bytes);
    write(new Frame(Frame.Kind.ONE_WAY, 0, bytes));
    if (!open.get()) {
      throw unreachable();
    }
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @throws RefusedException if the other end refused, or answered with something else
   * @throws UnreachableException if the other end could not, the link closed, no answer came in
   *     time, or this thread was interrupted (which stays set); the request may have been met
   * @throws FencedException if the asking incarnation was fenced
   * @throws IllegalStateException if the other end failed by a bug of ours
   */
  @Override
  public <T extends UnitMessage> T call(UnitMessage message, Class<T> expected, Duration timeout) {
    CompletableFuture<UnitMessage> answer = request(message);
    try {
      return Failures.expect(expected, answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException e) {
      throw Failures.unwrap(e);
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw new UnreachableException(
          String.format(
              Locale.ROOT,
              "%s did not answer %s within %d s",
              name,
              message.getClass().getSimpleName(),
              timeout.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(false);
      throw new UnreachableException("interrupted while waiting for " + name, e);
    }
  }

  /** Does something after the one-way messages that came so far are handled. */
  public void afterOneWays(Runnable action) {
    oneWays.execute(action);
  }

  /** Closes the link; does nothing if it is closed. */
  @Override
  public void close() {
    if (!open.compareAndSet(true, false)) {
      return;
    }
    writer.close();
    reader.close();
    pending.values().forEach(this::fail);
    try {
      executor.execute(() -> handler.closed(this));
    } catch (RuntimeException e) {
      // The executor is shut down: so is whoever would want to know.
      LOG.debug("nobody hears that the link to {} is closed", name, e);
    }
  }

  private void readAll() {
    try {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        dispatch(frame, UnitCodec.decode(frame.payload()));
      }
    } catch (MalformedUnitException e) {
      LOG.warn("closing the link to {}: {}", name, e.getMessage());
    } catch (IOException e) {
      LOG.debug("the link to {} broke", name, e);
    } catch (RejectedExecutionException e) {
      LOG.debug("closing the link to {}: nobody handles what comes", name, e);
    } catch (RuntimeException e) {
      LOG.error("closing the link to {}", name, e);
    } finally {
      close();
    }
  }

  private void dispatch(Frame frame, UnitMessage message) {
    switch (frame.kind()) {
      case ANSWER -> {
        CompletableFuture<UnitMessage> answer = pending.get(frame.number());
        if (answer != null) {
          answer.complete(message);
        }
      }
      case ONE_WAY -> oneWays.execute(() -> handle(message));
      case REQUEST -> {
        if (inWork.tryAcquire()) {
          executor.execute(() -> answer(frame.number(), message));
        } else {
          UnitMessage busy =
              new UnitMessage.Failed(
                  UnitMessage.Failed.Kind.UNREACHABLE,
                  IN_WORK + " requests of this link are in work; try again later");
          executor.execute(() -> writeAnswer(frame.number(), busy));
        }
      }
    }
  }

  private void answer(long number, UnitMessage request) {
    CompletableFuture<UnitMessage> answer;
    try {
      answer = handler.answer(this, request);
    } catch (Exception e) {
      answer = CompletableFuture.completedFuture(failed(e));
    }
    // What completes a late answer must not have to wait for this link's other end.
    Executor writing = answer.isDone() ? Runnable::run : executor;
    var unused =
        answer.whenCompleteAsync((done, failure) -> answer(number, done, failure), writing);
  }

  private void answer(long number, UnitMessage done, @Nullable Throwable failure) {
    try {
      writeAnswer(number, failure == null ? done : Failures.toMessage(failure));
    } finally {
      inWork.release();
    }
  }

  private UnitMessage handle(UnitMessage message) {
    try {
      return handler.handle(this, message);
    } catch (Exception e) {
      return failed(e);
    }
  }

  private static UnitMessage failed(Exception failure) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return Failures.toMessage(failure);
  }

  private void writeAnswer(long number, UnitMessage message) {
    byte[] bytes = UnitCodec.encode(message);
    try {
      Frame.checkSize(bytes);
    } catch (RefusedException e) {
      bytes = UnitCodec.encode(Failures.toMessage(e));
    }
    write(new Frame(Frame.Kind.ANSWER, number, bytes));
  }

  private void write(Frame frame) {
    if (!open.get()) {
      return;
    }
    try {
      writer.write(frame);
    } catch (IOException e) {
      LOG.debug("the link to {} broke", name, e);
      close();
    }
  }

  private void fail(CompletableFuture<UnitMessage> answer) {
    answer.completeExceptionally(unreachable());
  }

  private UnreachableException unreachable() {
    return new UnreachableException("the link to " + name + " is closed");
  }
}
