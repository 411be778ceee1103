package io.leverage.peer.internal.unit;

/**
 * The two ends of a link within one process.
 *
 * @param near the end of whoever asked for it
 * @param far the other end
 */
public record LinkPair(Link near, Link far) implements AutoCloseable {
  @Override
  public void close() {
    near.close();
    far.close();
  }
}
