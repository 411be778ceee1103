package io.leverage.peer.internal.message;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.record.ThreadRecord;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.AskRoom;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Consumed;
import io.leverage.peer.internal.unit.UnitMessage.FetchMessages;
import io.leverage.peer.internal.unit.UnitMessage.LockChanged;
import io.leverage.peer.internal.unit.UnitMessage.Mail;
import io.leverage.peer.internal.unit.UnitMessage.MailTaken;
import io.leverage.peer.internal.unit.UnitMessage.MailWaiting;
import io.leverage.peer.internal.unit.UnitMessage.Outgoing;
import io.leverage.peer.internal.unit.UnitMessage.Room;
import io.leverage.peer.internal.unit.UnitMessage.Sent;
import io.leverage.peer.internal.unit.UnitMessage.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private volatile Consumption consumed = (receiver, sender) -> 0;

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

  /** Knows how far receivers have consumed their mail, by their checkpoints. */
  @FunctionalInterface
  public interface Consumption {
    /** Gets the first batch that a receiver has not consumed; 0 if it is not known. */
    long next(String receiver, String sender);
  }

  /** Says who knows how far receivers have consumed their mail. */
  public void consumption(Consumption source) {
    consumed = source;
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
    for (Outgoing outgoing : outbox) {
      mailbox.put(outgoing.receiver(), outgoing.batch());
    }
    for (Outgoing outgoing : outbox) { // at most one batch for each receiver
      soon(outgoing.receiver(), () -> deliver(outgoing.receiver(), outgoing.batch()));
    }
  }

  /** Wakes a receiver; what is sent to a thread that has ended is dropped. */
  private void deliver(String receiver, Batch batch) {
    Optional<ThreadRecord> record = addresses.find(receiver);
    if (hasEnded(record)) {
      forget(receiver, batch.sender(), batch.number(), batch.number() + 1);
    } else {
      record
          .map(ThreadRecord::owner)
          .filter(owner -> !owner.isEmpty())
          .ifPresent(owner -> notifier.tell(owner, new MailWaiting(receiver)));
    }
  }

  private static boolean hasEnded(Optional<ThreadRecord> record) {
    return record.filter(thread -> thread.state().ended()).isPresent();
  }

  /** Says how far a sender's receivers are behind. */
  public Room room(AskRoom request) {
    return new Room(
        request.sent().stream()
            .map(
                sent -> {
                  String receiver = sent.receiver();
                  long next = firstNotConsumed(request.thread(), sent);
                  if (next < sent.next() && hasEnded(addresses.find(receiver))) {
                    mailbox.clear(receiver, request.thread(), next);
                    next = sent.next();
                  }
                  return new Taken(receiver, next, Math.max(1, mailbox.senders(receiver).size()));
                })
            .toList());
  }

  /** Has a thread that waits for a lock ask again. */
  public void wakeForLock(String thread) {
    soon(thread, () -> tell(thread, new LockChanged(thread)));
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
          soon(request.thread(), () -> tell(request.thread(), new MailWaiting(request.thread())));
          return new Mail(batches);
        }
        batches.add(next.get());
        bytes += next.get().payloads().stream().mapToLong(payload -> payload.length).sum();
        number++;
      }
    }
    return new Mail(batches);
  }

  /**
   * Finds the first batch that a receiver has not consumed. A peer that was taken for dead may put
   * one again that was consumed meanwhile: one that is there while the next one is not, or that the
   * receiver's checkpoint says to be consumed. It is removed, or its sender would wait for ever.
   */
  private long firstNotConsumed(String sender, Sent sent) {
    String receiver = sent.receiver();
    long next = mailbox.firstPresent(receiver, sender, sent.from(), sent.next());
    while (next < sent.next()) {
      boolean last = next + 1 == sent.next();
      boolean again =
          last
              ? consumed.next(receiver, sender) > next
              : mailbox.find(receiver, sender, next + 1).isEmpty();
      if (!again) {
        return next;
      }
      var unused = mailbox.remove(receiver, sender, next, next + 1);
      next = mailbox.firstPresent(receiver, sender, next + 1, sent.next());
    }
    return next;
  }

  /** Removes what a receiver's commit said that it is done with, and tells senders that wait. */
  public void forget(String receiver, String sender, long from, long to) {
    if (mailbox.remove(receiver, sender, from, to)) {
      soon(sender, () -> tell(sender, new MailTaken(sender, receiver, to)));
    }
  }

  /**
   * Removes what a thread that has ended did not receive.
   *
   * @param cursors the first batch of each sender that it has not consumed; 0 for others
   */
  public void clear(String receiver, Map<String, Long> cursors) {
    for (String sender : mailbox.senders(receiver)) {
      mailbox.clear(receiver, sender, cursors.getOrDefault(sender, 0L));
    }
  }

  private void soon(String thread, Runnable telling) {
    try {
      executor.execute(
          () -> {
            try {
              telling.run();
            } catch (UnreachableException e) { // it looks by itself before long
              LOG.debug("{} is not told", thread, e);
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("{} is not told: this peer is going", thread, e);
    }
  }

  private void tell(String thread, UnitMessage message) {
    addresses.resolve(thread).ifPresent(owner -> notifier.tell(owner, message));
  }
}
