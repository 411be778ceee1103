package program;

import io.leverage.continuation.Continuation;

/** A step that sends a message. */
public record Sending(String receiver, int number) implements Script.Step {
  @Override
  public Object run(Continuation c, Script.State state) {
    return Steps.send(receiver, number);
  }
}
