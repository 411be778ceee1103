package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.assembly.AssemblyManager;
import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.checkpoint.Publisher;
import io.leverage.peer.internal.checkpoint.Recovery;
import io.leverage.peer.internal.global.GlobalVariableManager;
import io.leverage.peer.internal.global.LockManager;
import io.leverage.peer.internal.message.MessageManager;
import io.leverage.peer.internal.record.ComputerTable;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.watch.Watch;
import java.util.concurrent.ExecutorService;

/** What the roles of a peer share: one another. */
record Roles(
    PeerContext context,
    WorkerLauncher launcher,
    ExecutorService executor,
    PeerUnits units,
    ChangeNotices notices,
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
  /** Gets where the roles say what happens. */
  Watch watch() {
    return context.watch();
  }

  String self() {
    return context.mesh().self();
  }

  /** Says that a thread changed to whoever should look: its deployer, and who watches it here. */
  void changed(String thread) {
    notices.threadChanged(thread);
  }

  /** Says that a virtual computer changed to its deployer. */
  void computerChanged(String computer) {
    notices.computerChanged(computer);
  }
}
