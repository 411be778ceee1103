package io.leverage.peer.cli;

import io.leverage.peer.internal.unit.UnitMessage.PeerStatus;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import java.util.LinkedHashMap;
import java.util.Map;

/** What peers say of peers and threads, as JSON objects. The names in them are kept for scripts. */
final class Statuses {
  private Statuses() {}

  static Map<String, Object> json(PeerStatus peer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", peer.id());
    object.put("name", peer.name());
    object.put("slots", peer.slots());
    object.put("busy", peer.busy());
    object.put("runnable", peer.runnable());
    object.put("speed", Math.round(peer.speed() * 1000) / 1000.0);
    object.put("pid", peer.pid());
    object.put("self", peer.self());
    return object;
  }

  static Map<String, Object> json(ThreadStatus thread) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("thread", thread.thread());
    object.put("state", thread.state());
    object.put("owner", thread.owner());
    object.put("epoch", thread.epoch());
    object.put("sequence", thread.sequence());
    object.put("checkpointBytes", thread.checkpointBytes());
    object.put("secondsSinceCommit", thread.secondsSinceCommit());
    object.put("reason", thread.reason());
    object.put("failure", thread.failure());
    return object;
  }
}
