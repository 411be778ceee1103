package io.leverage.peer.internal.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds of a virtual computer.
 *
 * @param quota how many workers it wants
 * @param assemblies SHA-256 of its jars in class path order
 * @param deployer the id of the peer whose deployer looks after it
 * @param epoch how many deployers it had; what a deployer does in an older one is void
 * @param closed whether it has ended
 * @param workers the ids of the peers that are enrolled as its workers
 */
public record ComputerRecord(
    int quota,
    List<String> assemblies,
    String deployer,
    long epoch,
    boolean closed,
    List<String> workers) {
  private static final int FORMAT = 1;

  /** The computer with another quota. */
  public ComputerRecord withQuota(int wanted) {
    return new ComputerRecord(wanted, assemblies, deployer, epoch, closed, workers);
  }

  /** The computer with one more worker. */
  public ComputerRecord with(String worker) {
    if (workers.contains(worker)) {
      return this;
    }
    List<String> more = new ArrayList<>(workers);
    more.add(worker);
    return new ComputerRecord(quota, assemblies, deployer, epoch, closed, List.copyOf(more));
  }

  /** The computer without a worker. */
  public ComputerRecord without(String worker) {
    return workers.contains(worker)
        ? new ComputerRecord(
            quota,
            assemblies,
            deployer,
            epoch,
            closed,
            workers.stream().filter(other -> !other.equals(worker)).toList())
        : this;
  }

  /** The computer looked after by another peer, which fences the deployer before. */
  public ComputerRecord takenBy(String peer) {
    return new ComputerRecord(quota, assemblies, peer, epoch + 1, closed, workers);
  }

  /** The computer, ended by a peer that is to remove what it leaves. */
  public ComputerRecord endedBy(String peer) {
    return closed ? this : new ComputerRecord(quota, assemblies, peer, epoch + 1, true, List.of());
  }

  byte[] write(byte @Nullable [] before, long nonce) {
    return RecordOutput.changing(FORMAT, before, nonce)
        .number(quota)
        .list(assemblies, RecordOutput::text)
        .text(deployer)
        .number(epoch)
        .flag(closed)
        .list(workers, RecordOutput::text)
        .toBytes();
  }

  static ComputerRecord read(byte[] bytes) {
    RecordInput in = new RecordInput(bytes, FORMAT, "virtual computer's record").skipRevision();
    return new ComputerRecord(
        (int) in.number(),
        in.list(RecordInput::text),
        in.text(),
        in.number(),
        in.flag(),
        in.list(RecordInput::text));
  }
}
