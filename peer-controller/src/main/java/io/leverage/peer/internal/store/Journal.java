package io.leverage.peer.internal.store;

import io.leverage.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This peer's share of the state on disk, so that the mesh can go on when all its peers died.
 *
 * <p>Files are only appended to. A change is handed to the operating system before it is
 * acknowledged, so it survives the death of the process. It is forced to the disk each second,
 * which a power cut may cost; or, if {@value #SYNC} is set, before it is acknowledged. When most of
 * what the files hold is old, the oldest file's share of what is not is appended again, and the
 * file removed.
 *
 * <p>What an earlier life of the peer left is the {@link Past}. It stays until this life's files
 * stand for it.
 */
public final class Journal implements AutoCloseable {
  /** What the records of peers and threads are journalled as. */
  static final byte RECORDS = 0;

  /** What the chunks of large values are journalled as. */
  static final byte CHUNKS = 1;

  /** What this peer notes for itself. */
  static final byte NOTES = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  /** The system property for whom a power cut of all peers at once must cost nothing. */
  static final String SYNC = "leverage.journal.sync";

  private static final String ID = "id";
  private static final String LEFT = "left";
  private static final long LARGEST_FILE = 32L << 20;
  private static final long SLACK = 64L << 20;

  private record Key(byte space, String key) {}

  /**
   * Where the newest value of a key is.
   *
   * @param segment of the store that the key belongs to
   */
  private record Live(JournalFile.Place place, int segment) {}

  private final Path folder;
  private final String id;
  private final Past past;
  private final boolean hasLeft;
  private final Deque<JournalFile> files = new ArrayDeque<>();
  private final Map<Key, Live> live = new HashMap<>();
  private final long largestFile;
  private final long slack;
  private final boolean sync = Boolean.getBoolean(SYNC);
  private @Nullable FileChannel out;
  private long written;
  private long liveBytes;
  private long totalBytes;
  private boolean pastIsOver;
  private boolean dirty;
  private volatile boolean failed;

  private Journal(Path folder, long largestFile, long slack) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.largestFile = largestFile;
    this.slack = slack;
    this.id = identity(folder.resolve(ID));
    List<JournalFile> before = JournalFile.list(folder);
    this.past = Past.read(before);
    this.hasLeft = Files.deleteIfExists(folder.resolve(LEFT));
    this.pastIsOver = before.isEmpty();
    begin(before.isEmpty() ? 1 : before.get(before.size() - 1).number() + 1);
  }

  /**
   * Opens the journal in a folder that no other peer uses.
   *
   * @throws RefusedException if it can't be read or written
   */
  public static Journal open(Path folder) {
    return open(folder, LARGEST_FILE, SLACK);
  }

  static Journal open(Path folder, long largestFile, long slack) {
    try {
      return new Journal(folder, largestFile, slack);
    } catch (IOException e) {
      throw new RefusedException(
          folder + " can't hold this peer's state (" + e + "): choose another folder with --data",
          e);
    }
  }

  private static String identity(Path file) throws IOException {
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    String id = UUID.randomUUID().toString();
    Path fresh = Files.writeString(file.resolveSibling("id.new"), id);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return id;
  }

  /** Gets how many bytes the values have that are kept. */
  public synchronized long liveBytes() {
    return liveBytes;
  }

  /** Gets how many bytes the files have. */
  public synchronized long totalBytes() {
    return totalBytes;
  }

  /** Gets the name of this folder, the same in all lives of its peer. */
  public String id() {
    return id;
  }

  /** Gets what earlier lives left. */
  public Past past() {
    return past;
  }

  /** Notes something for a later life of this peer. */
  public void note(String key, byte[] value) {
    put(NOTES, -1, key, value);
  }

  /** Removes what earlier lives left: all of it is in this life's files, or void. */
  public synchronized void forgetPast() {
    if (!pastIsOver) {
      past.files().forEach(this::delete);
      pastIsOver = true;
    }
  }

  /** Puts what earlier lives left out of the way of later ones, but keeps it. */
  public synchronized void setPastAside() throws IOException {
    Path aside = Files.createDirectories(folder.resolve("aside-" + UUID.randomUUID()));
    for (JournalFile file : past.files()) {
      Files.move(file.path(), aside.resolve(file.path().getFileName()));
    }
    pastIsOver = true;
    LOG.warn("what this peer kept of another mesh is in {} now", aside);
  }

  /** Forces to the disk what was handed to the operating system; writers don't wait for it. */
  public void force() {
    FileChannel channel;
    synchronized (this) {
      channel = dirty ? out : null;
      dirty = false;
    }
    if (channel != null) {
      try {
        channel.force(false);
      } catch (ClosedChannelException e) {
        LOG.debug("a file that is full was forced when it was closed", e);
      } catch (IOException e) {
        fail(e);
      }
    }
  }

  /** Tells whether this peer's last life left others behind, which had all that it held. */
  public boolean hasLeft() {
    return hasLeft;
  }

  /**
   * Removes all that this folder holds: others have it.
   *
   * @param computers whether there is something that a later life of the mesh must not forget
   */
  public synchronized void erase(boolean computers) {
    close();
    forgetPast();
    files.forEach(this::delete);
    files.clear();
    try {
      Files.deleteIfExists(folder.resolve(ID));
      if (computers) {
        Files.writeString(folder.resolve(LEFT), "others had what this peer held when it left\n");
      }
    } catch (IOException e) {
      LOG.warn("{} can't be emptied: {}", folder, e.toString());
    }
  }

  synchronized void put(byte space, int segment, String key, byte[] value) {
    append(space, segment, new JournalRecord(space, key, value));
  }

  synchronized void remove(byte space, String key) {
    if (live.containsKey(new Key(space, key)) || !pastIsOver) {
      append(space, -1, new JournalRecord(space, key, null));
    }
  }

  /** Forgets all keys of segments that this peer holds no more. */
  synchronized void removeSegments(byte space, IntPredicate segments) {
    List<Key> gone = new ArrayList<>();
    live.forEach(
        (key, at) -> {
          if (key.space() == space && segments.test(at.segment())) {
            gone.add(key);
          }
        });
    gone.forEach(key -> remove(space, key.key()));
  }

  private void append(byte space, int segment, JournalRecord record) {
    if (out == null) {
      return;
    }
    try {
      write(space, segment, record);
      if (written > largestFile) {
        begin(files.getLast().number() + 1);
        while (pastIsOver && files.size() > 1 && totalBytes > 3 * liveBytes + slack) {
          rewriteOldest();
        }
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private void write(byte space, int segment, JournalRecord record) throws IOException {
    FileChannel channel = out;
    if (channel == null) {
      return;
    }
    ByteBuffer bytes = record.toBytes();
    int length = bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    Key key = new Key(space, record.key());
    Live before =
        record.value() == null
            ? live.remove(key)
            : live.put(
                key, new Live(new JournalFile.Place(files.getLast(), written, length), segment));
    liveBytes +=
        (record.value() == null ? 0 : length) - (before == null ? 0 : before.place().length());
    written += length;
    totalBytes += length;
    dirty = true;
    if (sync) {
      channel.force(false);
    }
  }

  private void begin(int number) throws IOException {
    FileChannel before = out;
    if (before != null) {
      before.force(false);
      before.close();
    }
    JournalFile file = JournalFile.of(folder, number);
    out = FileChannel.open(file.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    files.add(file);
    written = 0;
  }

  /** A removal in the oldest file has nothing left to remove, so only what is live is kept. */
  private void rewriteOldest() throws IOException {
    JournalFile oldest = files.getFirst();
    for (Map.Entry<Key, Live> entry : List.copyOf(live.entrySet())) {
      if (entry.getValue().place().file().equals(oldest)) {
        write(
            entry.getKey().space(),
            entry.getValue().segment(),
            JournalFile.read(entry.getValue().place()));
      }
    }
    force();
    totalBytes -= Files.size(oldest.path());
    files.removeFirst();
    delete(oldest);
  }

  /** Tells whether this folder can hold no more: the disk is full, or broken. */
  public boolean hasFailed() {
    return failed;
  }

  /** Half a journal is worse than none: the mesh would wait for it, and miss what it lacks. */
  private synchronized void fail(IOException e) {
    LOG.error(
        "this peer's state can't be kept in {} any more ({}): it leaves the mesh, or goes on from"
            + " memory while it is alone. Make room there and start the peer again",
        folder,
        e.toString());
    failed = true;
    close();
    files.forEach(this::delete);
    files.clear();
    live.clear();
  }

  private void delete(JournalFile file) {
    try {
      Files.deleteIfExists(file.path());
    } catch (IOException e) {
      LOG.warn("{} can't be removed: {}", file.path(), e.toString());
    }
  }

  @Override
  public synchronized void close() {
    FileChannel channel = out;
    out = null;
    if (channel != null) {
      try {
        channel.force(false);
        channel.close();
      } catch (IOException e) {
        LOG.warn("closing the journal in {}: {}", folder, e.toString());
      }
    }
  }
}
