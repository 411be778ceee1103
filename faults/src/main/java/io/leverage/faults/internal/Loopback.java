package io.leverage.faults.internal;

import java.util.List;
import java.util.Set;

/** One machine for all: nothing can be cut. */
final class Loopback implements Network {
  @Override
  public String host(int machine) {
    return "127.0.0.1";
  }

  @Override
  public List<String> on(int machine) {
    return List.of();
  }

  @Override
  public boolean canFail() {
    return false;
  }

  @Override
  public void cut(int machine) {
    throw new UnsupportedOperationException("loopback has no cable");
  }

  @Override
  public void split(Set<Integer> side) {
    throw new UnsupportedOperationException("loopback can't be split");
  }

  @Override
  public void mute(int machine) {
    throw new UnsupportedOperationException("loopback loses nothing");
  }

  @Override
  public void slow(int machine, int kilobits) {
    throw new UnsupportedOperationException("loopback can't be slow");
  }

  @Override
  public void heal() {
    // nothing ever failed
  }

  @Override
  public void close() {
    // there is nothing to remove
  }
}
