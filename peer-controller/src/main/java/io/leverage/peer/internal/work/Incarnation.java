package io.leverage.peer.internal.work;

/** One incarnation of a virtual thread on this worker, in memory or parked. */
sealed interface Incarnation permits VirtualThreadRun, ParkedThread {
  /** Which incarnation of its thread it is. */
  long epoch();
}
