package io.leverage.continuation;

/**
 * The innermost frame of a thread that waits: resuming it attempts the operation again.
 *
 * <p>It stands for the {@code Continuation} twin of an API method, which has no frame of its own;
 * so a twin returns the operation's result as it is.
 */
final class OperationFrame extends Frame {
  private final Operation operation;

  OperationFrame(Operation operation) {
    this.operation = operation;
  }

  @Override
  public String method() {
    return "leverage." + operation.describe();
  }

  @Override
  public int line() {
    return -1;
  }

  @Override
  public long version() {
    return 0;
  }

  @Override
  protected void resumeVoid(Continuation c) {
    c.await(operation);
  }

  @Override
  @SuppressWarnings("NullAway") // the operation's type fixes its result's
  protected boolean resumeBoolean(Continuation c) {
    return (Boolean) c.await(operation);
  }

  @Override
  @SuppressWarnings("NullAway") // the operation's type fixes its result's
  protected long resumeLong(Continuation c) {
    return (Long) c.await(operation);
  }

  @Override
  @SuppressWarnings("NullAway") // an operation's result may be null, as any user value
  protected Object resumeObject(Continuation c) {
    return c.await(operation);
  }

  @Override
  @SuppressWarnings("NullAway")
  protected Object resumeAny(Continuation c) {
    return c.await(operation);
  }
}
