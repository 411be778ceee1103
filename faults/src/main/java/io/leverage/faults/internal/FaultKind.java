package io.leverage.faults.internal;

/** What can go wrong. */
enum FaultKind {
  KILL("kill -9 of a peer", 1, 6, false),
  KILL_COORDINATOR("kill -9 of the coordinator", 1, 3, false),
  KILL_DEPLOYER("kill -9 of the deployer's peer", 1, 3, false),
  KILL_TWO("kill -9 of two peers at once", 2, 3, false),
  KILL_THREE("kill -9 of three peers at once", 3, 3, false),
  KILL_ALL("kill -9 of all peers, one journal damaged", 0, 1, false),
  CRASH("death at a crash point of a commit", 1, 6, false),
  CRASH_IN_RECOVERY("death at a crash point of a recovery", 2, 4, false),
  LEAVE("clean leave (SIGTERM)", 1, 4, false),
  CRASH_IN_LEAVE("death while leaving", 1, 1, false),
  FREEZE("SIGSTOP for 5 to 60 s", 1, 3, false),
  FREEZE_DEPLOYER("SIGSTOP of the deployer's peer", 1, 1, false),
  CUT("cable cut for 5 to 25 s", 1, 2, true),
  SPLIT("split in two, healed", 2, 2, true),
  ONE_WAY("one-way loss for 5 to 20 s", 1, 1, true),
  SLOW("slow link for 10 s", 0, 1, true),
  DISK_FULL("full disk", 1, 1, true),
  CLOCK("clock jumps by up to an hour", 0, 1, false);

  private final String title;
  private final int deaths;
  private final int weight;
  private final boolean needsRoot;

  FaultKind(String title, int deaths, int weight, boolean needsRoot) {
    this.title = title;
    this.deaths = deaths;
    this.weight = weight;
    this.needsRoot = needsRoot;
  }

  String title() {
    return title;
  }

  /** How many peers may be taken for dead at once; the copies must be more than that. */
  int deaths() {
    return deaths;
  }

  /** How often it is chosen, beside the others. */
  int weight() {
    return weight;
  }

  /** Whether it needs networks and file systems of its own. */
  boolean needsRoot() {
    return needsRoot;
  }
}
