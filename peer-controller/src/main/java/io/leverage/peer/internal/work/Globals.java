package io.leverage.peer.internal.work;

import io.leverage.GlobalVariable;
import io.leverage.UnreachableException;
import io.leverage.continuation.ContinuationHost;
import io.leverage.peer.internal.unit.Caller;
import io.leverage.peer.internal.unit.Failures;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.GlobalSwapped;
import io.leverage.peer.internal.unit.UnitMessage.GlobalValue;
import io.leverage.peer.internal.unit.UnitMessage.ReadGlobal;
import io.leverage.peer.internal.unit.UnitMessage.SwapGlobal;
import io.leverage.spi.GlobalUpdate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The global variables as one writer uses them: a virtual thread, or a client.
 *
 * <p>An update is read, apply, compare-and-set, until it is not overtaken. The writer's number for
 * it keeps it from being applied twice, whatever is repeated.
 */
public final class Globals {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final String writer;
  private final Caller peer;
  private final Codec codec;

  /**
   * Creates an access.
   *
   * @param writer the thread's id or the client's nonce
   */
  public Globals(String writer, Caller peer, Codec codec) {
    this.writer = writer;
    this.peer = peer;
    this.codec = codec;
  }

  /**
   * Reads the newest value.
   *
   * @throws UnreachableException if the mesh can't answer now
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // the variable's type; a value may be null
  public <T> T read(GlobalVariable<T> variable) {
    return (T) decode(variable, fetch(variable));
  }

  /**
   * Applies a numbered update.
   *
   * @return a copy of the new value, or {@link ContinuationHost#PENDING} if the mesh can't answer
   *     now: the same update is then to be applied again
   */
  public @Nullable Object apply(GlobalUpdate update) {
    GlobalValue present;
    try {
      present = fetch(update.variable());
    } catch (UnreachableException e) {
      return ContinuationHost.PENDING;
    }
    while (true) {
      Object next = update.apply(decode(update.variable(), present));
      SwapGlobal swap =
          new SwapGlobal(
              update.variable().computer(),
              update.variable().name(),
              present.version(),
              codec.write(next),
              writer,
              update.number);
      UnitMessage answer;
      try {
        answer = peer.call(swap, UnitMessage.class, TIMEOUT);
      } catch (UnreachableException e) {
        return ContinuationHost.PENDING;
      }
      if (answer instanceof GlobalSwapped swapped) {
        return codec.read(swapped.bytes());
      } else if (answer instanceof UnitMessage.Failed failed
          && failed.kind() == UnitMessage.Failed.Kind.UNREACHABLE) {
        return ContinuationHost.PENDING;
      }
      present = Failures.expect(GlobalValue.class, answer);
    }
  }

  private GlobalValue fetch(GlobalVariable<?> variable) {
    return peer.call(
        new ReadGlobal(variable.computer(), variable.name()), GlobalValue.class, TIMEOUT);
  }

  private @Nullable Object decode(GlobalVariable<?> variable, GlobalValue value) {
    byte[] bytes = value.bytes();
    return codec.read(bytes == null ? codec.write(variable.initial()) : bytes);
  }
}
