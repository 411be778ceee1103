package io.leverage.peer.internal.deploy;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.record.ComputerRecord;
import io.leverage.peer.internal.record.ComputerTable;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.unit.UnitMessage.ComputerChanged;
import io.leverage.peer.internal.unit.UnitMessage.ThreadChanged;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells that something changed in the store to those that should look. */
final class ChangeNotices {
  private static final Logger log = LoggerFactory.getLogger(ChangeNotices.class);

  private final PeerUnits units;
  private final ComputerTable computers;
  private final String self;

  ChangeNotices(PeerUnits units, ComputerTable computers, String self) {
    this.units = units;
    this.computers = computers;
    this.self = self;
  }

  /** Says that a thread changed: to its deployer, and to who watches it here. */
  void threadChanged(String thread) {
    units.tell(self, new ThreadChanged(thread));
    deployer(ThreadId.parse(thread).computer())
        .filter(deployer -> !deployer.equals(self))
        .ifPresent(deployer -> units.tell(deployer, new ThreadChanged(thread)));
  }

  /** Says that a virtual computer changed to its deployer. */
  void computerChanged(String computer) {
    deployer(computer).ifPresent(deployer -> units.tell(deployer, new ComputerChanged(computer)));
  }

  private Optional<String> deployer(String computer) {
    try {
      return computers.recent(computer).map(ComputerRecord::deployer);
    } catch (UnreachableException e) { // it will look by itself before long
      log.debug("the deployer of {} is not told", computer, e);
      return Optional.empty();
    }
  }
}
