package program;

import io.leverage.continuation.Frame;

/** A frame that was written by hand, of a program that was not preprocessed. */
abstract class HandWritten extends Frame {
  @Override
  public String method() {
    return getClass().getName();
  }

  @Override
  public int line() {
    return -1;
  }

  @Override
  public long version() {
    return 1;
  }
}
