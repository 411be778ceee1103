package io.leverage.peer.internal.message;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Consumed;
import io.leverage.peer.internal.unit.UnitMessage.FetchMessages;
import io.leverage.peer.internal.unit.UnitMessage.Mail;
import io.leverage.peer.internal.unit.UnitMessage.MailWaiting;
import io.leverage.peer.internal.unit.UnitMessage.Outgoing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The message manager: the buffered transfer of messages between virtual threads.
 *
 * <p>A message lies in its receiver's mailbox in the store from its sender's commit to the commit
 * with which the receiver is done with it. So it doesn't matter where either of them runs or
 * whether they run at all; who runs the receiver is only told to look.
 */
public final class MessageManager {
  private static final Logger LOG = LoggerFactory.getLogger(MessageManager.class);
  private static final long MOST_BYTES = 8L << 20;

  private final Mailbox mailbox;
  private final AddressResolver addresses;
  private final Notifier notifier;
  private final Executor executor;

  /**
   * Creates a manager.
   *
   * @param executor wakes receivers, for which their senders don't wait
   */
  public MessageManager(
      Mailbox mailbox, AddressResolver addresses, Notifier notifier, Executor executor) {
    this.mailbox = mailbox;
    this.addresses = addresses;
    this.notifier = notifier;
    this.executor = executor;
  }

  /**
   * Checks a commit's messages.
   *
   * @throws RefusedException if one isn't the sender's own, or leaves its virtual computer
   */
  public static void check(String sender, List<Outgoing> outbox) {
    String computer = ThreadId.parse(sender).computer();
    for (Outgoing outgoing : outbox) {
      if (!outgoing.batch().sender().equals(sender)
          || !ThreadId.parse(outgoing.receiver()).computer().equals(computer)) {
        throw new RefusedException(
            String.format(
                    Locale.ROOT,
                    "%s can't send a message of %s to %s: a thread sends in its own name, to threads of its",
                    sender,
                    outgoing.batch().sender(),
                    outgoing.receiver())
                + " own virtual computer");
      }
    }
  }

  /** Makes messages visible and wakes their receivers; repeating it is harmless. */
  public void publish(List<Outgoing> outbox) {
    Set<String> receivers = new HashSet<>();
    for (Outgoing outgoing : outbox) {
      mailbox.put(outgoing.receiver(), outgoing.batch());
      receivers.add(outgoing.receiver());
    }
    for (String receiver : receivers) {
      wake(receiver);
    }
  }

  /** Gathers the messages that a thread has not got yet. */
  public Mail gather(FetchMessages request) {
    Map<String, Long> cursors =
        request.from().stream().collect(Collectors.toMap(Consumed::sender, Consumed::next));
    List<Batch> batches = new ArrayList<>();
    long bytes = 0;
    for (String sender : mailbox.senders(request.thread())) {
      long number = cursors.getOrDefault(sender, 0L);
      while (true) {
        Optional<Batch> next = mailbox.find(request.thread(), sender, number);
        if (next.isEmpty()) {
          break;
        }
        if (bytes > MOST_BYTES) { // the rest is fetched by the next request
          wake(request.thread());
          return new Mail(batches);
        }
        batches.add(next.get());
        bytes += next.get().payloads().stream().mapToLong(payload -> payload.length).sum();
        number++;
      }
    }
    return new Mail(batches);
  }

  /** Removes what a receiver's commit said that it is done with. */
  public void forget(String receiver, String sender, long from, long to) {
    mailbox.remove(receiver, sender, from, to);
  }

  private void wake(String thread) {
    try {
      executor.execute(() -> tellOwner(thread));
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is not woken: this peer is going", thread, e);
    }
  }

  private void tellOwner(String thread) {
    try {
      addresses.resolve(thread).ifPresent(owner -> notifier.tell(owner, new MailWaiting(thread)));
    } catch (UnreachableException e) { // it looks by itself before long
      LOG.debug("{} is not woken", thread, e);
    }
  }
}
