package io.leverage;

import io.leverage.continuation.Continuation;
import io.leverage.spi.Access;
import io.leverage.spi.Receive;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The virtual thread that the calling code runs in. Got from {@link VirtualThread#current()}.
 *
 * <p>Instances travel with the thread; they must not be handed to others.
 */
public final class CurrentThread {
  private final String computer;
  private final String name;

  /**
   * Creates a reference. Programs get theirs from {@link VirtualThread#current()}.
   *
   * @param computer the virtual computer's id
   * @param name the thread's name
   */
  public CurrentThread(String computer, String name) {
    this.computer = computer;
    this.name = name;
  }

  /**
   * Gets the thread's name.
   *
   * @return the name, unique within the virtual computer
   */
  public String name() {
    return name;
  }

  /**
   * Gets the id of the virtual computer.
   *
   * @return the id
   */
  public String computer() {
    return computer;
  }

  /**
   * Sends a message to another virtual thread of the same virtual computer, or to itself.
   *
   * <p>The message is copied and buffered. It becomes visible to the receiver once the checkpoint
   * that contains this call is stored; then it is delivered exactly once, in the order of sending,
   * wherever the receiver moves to. A message to a name that no thread has yet waits for it.
   *
   * @param receiver the receiver's name
   * @param payload what to send; null is allowed
   * @throws RefusedException if the payload can't be serialised; the message names the path to the
   *     culprit
   */
  public void send(String receiver, @Nullable Object payload) {
    Access.inThread("send").send(receiver, payload);
  }

  /**
   * Sends a message; see {@link #send(String, Object)}.
   *
   * @param receiver the receiver
   * @param payload what to send; null is allowed
   */
  public void send(VirtualThread<?> receiver, @Nullable Object payload) {
    send(receiver.name(), payload);
  }

  /**
   * Waits for the next message. A thread that waits costs no OS thread.
   *
   * @return the message
   * @throws PinnedException below a frame that can't be captured
   */
  @Checkpointable
  @SuppressWarnings("DoNotCallSuggester") // the preprocessor replaces the call by its twin
  public Message receive() {
    throw Access.pinned("receive");
  }

  /** The twin of {@link #receive()} that transformed code calls. */
  @SuppressWarnings("NullAway") // without a time-out the result is a message
  public Message receive(Continuation c) {
    if (c.isPinned()) {
      return receive();
    }
    return (Message) c.await(Receive.forever());
  }

  /**
   * Waits for the next message for a limited time.
   *
   * @param timeout how long; zero or less to take only what is there already
   * @return the message, or empty when the time is over
   * @throws PinnedException below a frame that can't be captured
   */
  @Checkpointable
  @SuppressWarnings("DoNotCallSuggester") // the preprocessor replaces the call by its twin
  public Optional<Message> receive(Duration timeout) {
    throw Access.pinned("receive");
  }

  /** The twin of {@link #receive(Duration)} that transformed code calls. */
  @SuppressWarnings({"unchecked", "NullAway"}) // with a time-out the result is an optional
  public Optional<Message> receive(Continuation c, Duration timeout) {
    if (c.isPinned()) {
      return receive(timeout);
    }
    return (Optional<Message>) c.await(Receive.within(timeout));
  }

  /**
   * Reports a partial result to whoever watches the thread. It becomes visible once the checkpoint
   * that contains this call is stored, exactly once.
   *
   * @param partialResult what to report
   * @throws RefusedException if it can't be serialised; the message names the path to the culprit
   */
  public void report(Object partialResult) {
    Access.inThread("report").report(partialResult);
  }

  @Override
  public String toString() {
    return "virtual thread " + name;
  }
}
