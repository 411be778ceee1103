package io.leverage.peer.internal.access;

import io.leverage.RefusedException;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Hello;
import io.leverage.peer.internal.unit.UnitMessage.Welcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands before the handler of one client's link until the client has said the token. */
final class Doorman implements RequestHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Doorman.class);

  /** Time for the refusal to be read before the link closes under it. */
  private static final long PARTING_MILLIS = 200;

  private final TokenFile token;
  private final Welcome welcome;
  private final RequestHandler handler;
  private final Consumer<Link> onClosed;
  private final ScheduledExecutorService timer;
  private volatile boolean welcomed;

  Doorman(
      TokenFile token,
      Welcome welcome,
      RequestHandler handler,
      Consumer<Link> onClosed,
      ScheduledExecutorService timer) {
    this.token = token;
    this.welcome = welcome;
    this.handler = handler;
    this.onClosed = onClosed;
    this.timer = timer;
  }

  @Override
  public UnitMessage handle(Link from, UnitMessage request) throws Exception {
    if (request instanceof Hello hello) {
      if (token.matches(hello.token())) {
        welcomed = true;
        return welcome;
      }
      throw refuse(from, "the token is wrong: use the one of the user who started the peer");
    }
    if (!welcomed) {
      throw refuse(from, "say the token first");
    }
    return handler.handle(from, request);
  }

  @Override
  public CompletableFuture<UnitMessage> answer(Link from, UnitMessage request) throws Exception {
    return welcomed && !(request instanceof Hello)
        ? handler.answer(from, request)
        : CompletableFuture.completedFuture(handle(from, request));
  }

  @Override
  public void closed(Link from) {
    onClosed.accept(from);
    if (welcomed) {
      handler.closed(from);
    }
  }

  void closeUnlessWelcome(Link link) {
    if (!welcomed) {
      link.close();
    }
  }

  private RefusedException refuse(Link from, String why) {
    LOG.warn("refused {}: {}", from.name(), why);
    var unused = timer.schedule(from::close, PARTING_MILLIS, TimeUnit.MILLISECONDS);
    return new RefusedException(why);
  }
}
