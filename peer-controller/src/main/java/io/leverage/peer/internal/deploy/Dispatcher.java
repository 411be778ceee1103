package io.leverage.peer.internal.deploy;

import io.leverage.RefusedException;
import io.leverage.peer.internal.unit.UnitMessage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Hands each message to the role that handles its kind. */
final class Dispatcher {
  /** Handles messages of one kind. */
  @FunctionalInterface
  interface Handler<S, M extends UnitMessage> {
    UnitMessage handle(S sender, M message) throws Exception;
  }

  /** Handles messages of one kind, with nothing to say. */
  @FunctionalInterface
  interface Action<M extends UnitMessage> {
    void handle(M message) throws Exception;
  }

  private final String who;
  private final Map<Class<?>, Handler<Object, UnitMessage>> handlers = new HashMap<>();

  Dispatcher(String who) {
    this.who = who;
  }

  /** Says who answers a kind of message, and needs to know who sent it. */
  <S, M extends UnitMessage> Dispatcher on(Class<M> kind, Class<S> sender, Handler<S, M> handler) {
    handlers.put(kind, (from, message) -> handler.handle(sender.cast(from), kind.cast(message)));
    return this;
  }

  /** Says who answers a kind of message. */
  <M extends UnitMessage> Dispatcher on(Class<M> kind, Answer<M> handler) {
    handlers.put(kind, (from, message) -> handler.handle(kind.cast(message)));
    return this;
  }

  /** Answers messages of one kind. */
  @FunctionalInterface
  interface Answer<M extends UnitMessage> {
    UnitMessage handle(M message) throws Exception;
  }

  /** Says who acts on a kind of message. */
  <M extends UnitMessage> Dispatcher act(Class<M> kind, Action<M> action) {
    handlers.put(
        kind,
        (from, message) -> {
          action.handle(kind.cast(message));
          return new UnitMessage.Done();
        });
    return this;
  }

  /** Handles a message. */
  UnitMessage handle(Object sender, UnitMessage message) throws Exception {
    Handler<Object, UnitMessage> handler = handlers.get(message.getClass());
    if (handler == null) {
      throw new RefusedException(
          String.format(
              Locale.ROOT, "%s does not answer %s", who, message.getClass().getSimpleName()));
    }
    return handler.handle(sender, message);
  }
}
