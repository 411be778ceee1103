package io.leverage.peer.internal.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;

/**
 * The names of everything in the store. Each begins with its kind, then the virtual computer, so
 * that a prefix finds all that belongs to one; the users' names are escaped, so that no name can
 * reach into another's keys.
 */
public final class StoreKeys {
  private static final List<String> KINDS =
      List.of("cp", "mb", "mi", "pr", "gv", "gb", "lk", "lw", "vt");
  private static final List<String> CHANGING = List.of("vc/", "vt/", "gv/", "mi/", "lk/");
  private static final String MESH = "me/";
  private static final String CHECKPOINTS = "cp/";

  private StoreKeys() {}

  /** The record of a virtual computer. */
  public static String computer(String computer) {
    return "vc/" + computer;
  }

  /** The prefix of all records of virtual computers. */
  public static String computers() {
    return "vc/";
  }

  /** The record of a thread. */
  public static String thread(String thread) {
    return "vt/" + path(thread);
  }

  /** The prefix of the records of a virtual computer's threads; of all threads, if empty. */
  public static String threads(String computer) {
    return computer.isEmpty() ? "vt/" : "vt/" + computer + "/";
  }

  /** The thread whose record a key names. */
  public static String threadOf(String key) {
    ThreadId escaped = ThreadId.parse(key.substring("vt/".length()));
    return escaped.computer() + "/" + URLDecoder.decode(escaped.name(), UTF_8);
  }

  /** The prefix of a thread's checkpoints. */
  public static String checkpoints(String thread) {
    return CHECKPOINTS + path(thread) + "/";
  }

  /** One batch in a mailbox. */
  public static String batch(String receiver, String sender, long number) {
    return "mb/" + path(receiver) + "/" + escape(sender) + "/" + number;
  }

  /** The senders that a mailbox has batches of. */
  public static String senders(String receiver) {
    return "mi/" + path(receiver);
  }

  /** One partial result. */
  public static String partialResult(String thread, long number) {
    return "pr/" + path(thread) + "/" + number;
  }

  /** The record of a global variable. */
  public static String global(String computer, String name) {
    return "gv/" + computer + "/" + escape(name);
  }

  /** The record of a lock. */
  public static String lock(String computer, String name) {
    return "lk/" + computer + "/" + escape(name);
  }

  /** The name of the lock that a thread waits for, or did lately. */
  public static String lockWait(String thread) {
    return "lw/" + path(thread);
  }

  /** The prefix of a global variable's large values. */
  public static String globalValues(String computer, String name) {
    return "gb/" + computer + "/" + escape(name) + "/";
  }

  /** The prefix of assemblies. */
  public static String assemblies() {
    return "as/";
  }

  /** What says that the mesh is in work: all there is to be restored is. */
  public static String meshOpen() {
    return MESH + "open";
  }

  /** Which data folders have all copies of the state. */
  public static String meshView() {
    return MESH + "view";
  }

  /** Which peer is leaving in an orderly way. */
  public static String meshLeaving() {
    return MESH + "leaving";
  }

  /** The data folder of a peer that is there. */
  public static String folderOf(String peer) {
    return folders() + peer;
  }

  /** The prefix of the data folders of peers. */
  public static String folders() {
    return MESH + "peer/";
  }

  /** What a data folder brought back when the mesh was not in work. */
  public static String returned(String folder) {
    return returned() + folder;
  }

  /** The prefix of what data folders brought back. */
  public static String returned() {
    return MESH + "back/";
  }

  /**
   * Gets what a key is kept together with, as {@code StoreOptions.Groups} says: the checkpoints of
   * one thread, the virtual computers, what is about the mesh.
   */
  public static Optional<String> groupOf(String keyOrPrefix) {
    if (keyOrPrefix.startsWith(computers())) {
      return Optional.of(computers());
    }
    if (keyOrPrefix.startsWith(MESH)) {
      return Optional.of(MESH);
    }
    if (!keyOrPrefix.startsWith(CHECKPOINTS)) {
      return Optional.empty();
    }
    int computer = keyOrPrefix.indexOf('/', CHECKPOINTS.length());
    int thread = computer < 0 ? -1 : keyOrPrefix.indexOf('/', computer + 1);
    return thread < 0 ? Optional.empty() : Optional.of(keyOrPrefix.substring(0, thread + 1));
  }

  /** Tells whether a key's value is about the mesh itself, void once all peers died. */
  public static boolean isOfMesh(String key) {
    return key.startsWith(MESH);
  }

  /** Tells whether a key's value changes: it has a {@link Revision}, then. */
  public static boolean isChanging(String key) {
    return CHANGING.stream().anyMatch(key::startsWith);
  }

  /** Tells whether a key's value is a virtual computer's, and so worth keeping. */
  public static boolean isOfComputer(String key) {
    return key.startsWith(computers())
        || KINDS.stream().anyMatch(kind -> key.startsWith(kind + "/"));
  }

  /** The prefixes of all that belongs to a virtual computer but its own record. */
  public static List<String> belongings(String computer) {
    return KINDS.stream().map(kind -> kind + "/" + computer + "/").toList();
  }

  private static String path(String thread) {
    ThreadId id = ThreadId.parse(thread);
    return id.computer() + "/" + escape(id.name());
  }

  private static String escape(String name) {
    return URLEncoder.encode(name, UTF_8);
  }
}
