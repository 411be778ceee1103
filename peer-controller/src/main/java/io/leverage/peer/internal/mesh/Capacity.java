package io.leverage.peer.internal.mesh;

/**
 * What a peer can do, and what it has to do.
 *
 * @param slots how many virtual threads it runs at once
 * @param busy how many virtual threads it has
 * @param runnable how many of them run or are ready to; the others wait, and cost it nothing
 * @param speed what one running thread gets done there, next to other peers: 1 is an ordinary
 *     processor of its own; 0 if it is not known yet
 * @param saturated whether its running threads get less than a processor each, so that one more
 *     would take from the others
 */
public record Capacity(int slots, int busy, int runnable, double speed, boolean saturated) {
  /** The capacity of a peer that is no worker. */
  public static final Capacity NONE = new Capacity(0, 0, 0, 0, false);

  /** Creates the capacity of a peer whose speed is not known. */
  public Capacity(int slots, int busy) {
    this(slots, busy, busy, 0, false);
  }

  /** Estimates what one more thread would get done. */
  public double speedOfOneMore() {
    boolean shares = saturated && runnable > 0 && runnable < slots;
    return shares ? known() * runnable / (runnable + 1) : speedWith(runnable + 1);
  }

  /**
   * Estimates what each of some runnable threads gets done, if there is a processor for each slot.
   */
  public double speedWith(int threads) {
    return known() * Math.min(1.0, (double) Math.max(1, slots) / Math.max(1, threads));
  }

  private double known() {
    return speed == 0 ? 1 : speed;
  }
}
