package io.leverage.peer.internal.record;

import java.util.ArrayList;
import java.util.List;

/**
 * What the store holds of a virtual computer.
 *
 * @param quota how many workers it wants
 * @param assemblies SHA-256 of its jars in class path order
 * @param deployer the id of the peer whose deployer looks after it
 * @param closed whether it has ended
 * @param workers the ids of the peers that are enrolled as its workers
 */
public record ComputerRecord(
    int quota, List<String> assemblies, String deployer, boolean closed, List<String> workers) {
  private static final int FORMAT = 1;

  /** The computer with another quota. */
  public ComputerRecord withQuota(int wanted) {
    return new ComputerRecord(wanted, assemblies, deployer, closed, workers);
  }

  /** The computer with one more worker. */
  public ComputerRecord with(String worker) {
    if (workers.contains(worker)) {
      return this;
    }
    List<String> more = new ArrayList<>(workers);
    more.add(worker);
    return new ComputerRecord(quota, assemblies, deployer, closed, List.copyOf(more));
  }

  /** The computer without a worker. */
  public ComputerRecord without(String worker) {
    return workers.contains(worker)
        ? new ComputerRecord(
            quota,
            assemblies,
            deployer,
            closed,
            workers.stream().filter(other -> !other.equals(worker)).toList())
        : this;
  }

  /** The computer, ended. */
  public ComputerRecord ended() {
    return closed ? this : new ComputerRecord(quota, assemblies, deployer, true, List.of());
  }

  byte[] write(long nonce) {
    return new RecordOutput(FORMAT)
        .number(nonce)
        .number(quota)
        .list(assemblies, RecordOutput::text)
        .text(deployer)
        .flag(closed)
        .list(workers, RecordOutput::text)
        .toBytes();
  }

  static ComputerRecord read(byte[] bytes) {
    RecordInput in = new RecordInput(bytes, FORMAT, "virtual computer's record");
    in.number(); // the nonce only makes each write unique
    return new ComputerRecord(
        (int) in.number(),
        in.list(RecordInput::text),
        in.text(),
        in.flag(),
        in.list(RecordInput::text));
  }
}
