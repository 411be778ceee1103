package io.leverage.peer.internal.mesh;

import io.leverage.UnreachableException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Requests that wait for their answer. Each completes once, whatever becomes of its receiver. */
final class PendingRequests {
  /** A request on its way. */
  record Pending(long number, String receiver, CompletableFuture<byte[]> answer) {}

  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, Pending> pending = new ConcurrentHashMap<>();

  Pending add(String receiver) {
    long number = numbers.incrementAndGet();
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Pending added = new Pending(number, receiver, answer);
    pending.put(number, added);
    var unused = answer.whenComplete((bytes, failure) -> pending.remove(number));
    return added;
  }

  /** Finds the future that an answer from a peer completes. */
  @Nullable CompletableFuture<byte[]> answerOf(long number, String sender) {
    Pending found = pending.get(number);
    return found != null && found.receiver().equals(sender) ? found.answer() : null;
  }

  /** Gives up on requests to the peers that aren't present. */
  void failUnless(Predicate<String> present) {
    for (Pending each : pending.values()) {
      if (!present.test(each.receiver())) {
        each.answer()
            .completeExceptionally(
                new UnreachableException(
                    "peer " + each.receiver() + " left the mesh before it answered"));
      }
    }
  }
}
