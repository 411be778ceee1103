package io.leverage.peer.internal.deploy;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.assembly.AssemblyManager;
import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.checkpoint.Publisher;
import io.leverage.peer.internal.checkpoint.Recovery;
import io.leverage.peer.internal.global.GlobalVariableManager;
import io.leverage.peer.internal.global.LockManager;
import io.leverage.peer.internal.message.MessageManager;
import io.leverage.peer.internal.record.ComputerRecord;
import io.leverage.peer.internal.record.ComputerTable;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.unit.UnitMessage.ComputerChanged;
import io.leverage.peer.internal.unit.UnitMessage.ThreadChanged;
import io.leverage.peer.internal.watch.Watch;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the roles of a peer share: one another. */
record Roles(
    PeerContext context,
    WorkerLauncher launcher,
    ExecutorService executor,
    PeerUnits units,
    ComputerTable computers,
    ThreadTable threads,
    Publisher publisher,
    Recovery recovery,
    PendingReleases releases,
    MessageManager messages,
    GlobalVariableManager globals,
    LockManager locks,
    AssemblyManager assemblies,
    CrashPoint crashes) {
  private static final Logger log = LoggerFactory.getLogger(Roles.class);

  /** Gets where the roles say what happens. */
  Watch watch() {
    return context.watch();
  }

  String self() {
    return context.mesh().self();
  }

  /** Says that a thread changed to whoever should look: its deployer, and who watches it here. */
  void changed(String thread) {
    units.tell(self(), new ThreadChanged(thread));
    deployer(ThreadId.parse(thread).computer())
        .filter(deployer -> !deployer.equals(self()))
        .ifPresent(deployer -> units.tell(deployer, new ThreadChanged(thread)));
  }

  /** Says that a virtual computer changed to its deployer. */
  void computerChanged(String computer) {
    deployer(computer).ifPresent(deployer -> units.tell(deployer, new ComputerChanged(computer)));
  }

  private Optional<String> deployer(String computer) {
    try {
      return computers.find(computer).map(ComputerRecord::deployer);
    } catch (UnreachableException e) { // it will look by itself before long
      log.debug("the deployer of {} is not told", computer, e);
      return Optional.empty();
    }
  }
}
