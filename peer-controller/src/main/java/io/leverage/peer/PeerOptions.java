package io.leverage.peer;

import io.leverage.RefusedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How to start a peer.
 *
 * @param host the loopback address to bind
 * @param port the base port, as {@link PeerAddress} explains; 0 for the first free one from {@value
 *     PeerAddress#DEFAULT_PORT} on
 * @param slots how many virtual threads run here at once; 0 to only hold state and serve clients
 * @param join where to look for other peers; empty for the peers that this user runs on this
 *     machine
 * @param alone whether to look for nobody; others may still join later
 * @param data the data folder; empty for one below {@code ~/.leverage}
 * @param inProcessWorkers whether user code runs within this process; only for the embedded mode,
 *     where this process is the user's own program; nothing is kept on disk then
 * @param copies on how many peers each value of the mesh's state is kept; the same on all peers.
 *     Fewer that die at once lose nothing
 * @param metrics the port on which metrics are served to this machine; {@link #DERIVED_METRICS} or
 *     {@link #NO_METRICS}
 * @param strict whether, when the mesh is split, only a side with more than half of the peers goes
 *     on; the same on all peers
 */
public record PeerOptions(
    String host,
    int port,
    int slots,
    List<PeerAddress> join,
    boolean alone,
    Optional<Path> data,
    boolean inProcessWorkers,
    int copies,
    int metrics,
    boolean strict) {
  /** Serves no metrics. */
  public static final int NO_METRICS = -1;

  /** Serves metrics {@value PeerAddress#METRICS_OFFSET} above the base port, if that is free. */
  public static final int DERIVED_METRICS = 0;

  private static final int MAX_SLOTS = 4096;
  private static final int COPIES = 2;
  private static final int MAX_COPIES = 16;
  static final int MAX_PORT = 65535;

  /** Checks what can be checked without trying. */
  public PeerOptions {
    join = List.copyOf(join);
    if (slots < 0 || slots > MAX_SLOTS) {
      throw new RefusedException(
          String.format(Locale.ROOT, "slots must be 0 to %d, not %d", MAX_SLOTS, slots));
    }
    if (copies < 1 || copies > MAX_COPIES) {
      throw new RefusedException(
          String.format(Locale.ROOT, "copies must be 1 to %d, not %d", MAX_COPIES, copies));
    }
    if (metrics < NO_METRICS || metrics > MAX_PORT) {
      throw new RefusedException(
          String.format(Locale.ROOT, "the port for metrics can't be %d", metrics));
    }
    if (alone && !join.isEmpty()) {
      throw new RefusedException("a peer that is to be alone can't join others");
    }
    // Throws if the port or the host can't be used.
    new PeerAddress(host, port == 0 ? PeerAddress.DEFAULT_PORT : port).loopback();
    join.forEach(PeerAddress::loopback);
  }

  /** Creates the options of a peer whose workers are processes of their own. */
  public PeerOptions(
      String host,
      int port,
      int slots,
      List<PeerAddress> join,
      boolean alone,
      Optional<Path> data) {
    this(host, port, slots, join, alone, data, false, COPIES, NO_METRICS, false);
  }

  /**
   * Gets the defaults: loopback, the first free port, a slot per processor, this user's own mesh.
   *
   * @return the options
   */
  public static PeerOptions ofDefaults() {
    return new PeerOptions(
        PeerAddress.DEFAULT_HOST,
        0,
        Runtime.getRuntime().availableProcessors(),
        List.of(),
        false,
        Optional.empty());
  }

  /**
   * Copies the options with another base port.
   *
   * @param newPort the port
   * @return the copy
   */
  public PeerOptions withPort(int newPort) {
    return new PeerOptions(
        host, newPort, slots, join, alone, data, inProcessWorkers, copies, metrics, strict);
  }

  /**
   * Copies the options with another number of slots.
   *
   * @param newSlots the slots
   * @return the copy
   */
  public PeerOptions withSlots(int newSlots) {
    return new PeerOptions(
        host, port, newSlots, join, alone, data, inProcessWorkers, copies, metrics, strict);
  }

  /**
   * Copies the options with other peers to join.
   *
   * @param peers the peers
   * @return the copy
   */
  public PeerOptions withJoin(List<PeerAddress> peers) {
    return new PeerOptions(
        host, port, slots, peers, false, data, inProcessWorkers, copies, metrics, strict);
  }

  /**
   * Copies the options to look for nobody.
   *
   * @return the copy
   */
  public PeerOptions withNobody() {
    return new PeerOptions(
        host, port, slots, List.of(), true, data, inProcessWorkers, copies, metrics, strict);
  }

  /**
   * Copies the options with another data folder.
   *
   * @param folder the folder
   * @return the copy
   */
  public PeerOptions withData(Path folder) {
    return new PeerOptions(
        host,
        port,
        slots,
        join,
        alone,
        Optional.of(folder),
        inProcessWorkers,
        copies,
        metrics,
        strict);
  }

  /**
   * Copies the options to run user code within this process.
   *
   * @return the copy
   */
  public PeerOptions withInProcessWorkers() {
    return new PeerOptions(host, port, slots, join, alone, data, true, copies, metrics, strict);
  }

  /**
   * Copies the options with another number of copies of the mesh's state.
   *
   * @param newCopies the copies; no more are kept than there are peers
   * @return the copy
   */
  public PeerOptions withCopies(int newCopies) {
    return new PeerOptions(
        host, port, slots, join, alone, data, inProcessWorkers, newCopies, metrics, strict);
  }

  /**
   * Copies the options with another port for metrics.
   *
   * @param newMetrics the port, {@link #DERIVED_METRICS} or {@link #NO_METRICS}
   * @return the copy
   */
  public PeerOptions withMetrics(int newMetrics) {
    return new PeerOptions(
        host, port, slots, join, alone, data, inProcessWorkers, copies, newMetrics, strict);
  }

  /**
   * Copies the options to wait, or not, where half of the peers or more are out of reach.
   *
   * @param newStrict whether to wait
   * @return the copy
   */
  public PeerOptions withStrict(boolean newStrict) {
    return new PeerOptions(
        host, port, slots, join, alone, data, inProcessWorkers, copies, metrics, newStrict);
  }
}
