package io.leverage.faults.internal;

import java.util.List;
import java.util.Set;

/**
 * The machines that peers run on, and what connects them. The client is machine 0, the peers are
 * those from 1 on.
 */
public interface Network extends AutoCloseable {
  /** Gets the address of a machine; always one of loopback, as peers bind no other. */
  String host(int machine);

  /** Gets what a command has to begin with to run on a machine. */
  List<String> on(int machine);

  /** Tells whether its links can be made to fail. */
  boolean canFail();

  /** Pulls a machine's cable: packets vanish without a word. */
  void cut(int machine);

  /** Splits the network: those on one side see only each other, and so do the rest. */
  void split(Set<Integer> side);

  /** Loses all that a machine sends, while it still hears the others. */
  void mute(int machine);

  /** Lets a machine send and receive only so many kilobits in a second. */
  void slow(int machine, int kilobits);

  /** Makes all links whole again. */
  void heal();

  @Override
  void close();
}
