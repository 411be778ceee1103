package io.leverage.faults.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a peer says of itself in its log, read as it grows. */
final class LogTail {
  private static final Pattern VIEW = Pattern.compile(" sees (\\d+) peers");
  private static final Pattern SETTLED = Pattern.compile("(\\d+) data folders have all copies now");
  private static final Pattern DEPLOYER =
      Pattern.compile(" (vc-[0-9a-f]+) computer-(?:opened|taken): (?:.* in epoch (\\d+):)?");
  private static final Pattern CLAIMED =
      Pattern.compile(
          " vc-[0-9a-f]+/(\\S+) thread-claimed: .*\\(epoch (\\d+), checkpoint \\d+\\)$");

  private final Path log;
  private long read;
  private String rest = "";
  private int view;
  private int settled;
  private final Map<String, Long> deployed = new HashMap<>();
  private final Map<String, Long> claimed = new HashMap<>();

  LogTail(Path log) {
    this.log = log;
  }

  /** Forgets what an earlier process said. */
  synchronized void forget() {
    poll();
    view = 0;
    settled = 0;
  }

  /** Gets how many peers it sees. */
  synchronized int view() {
    poll();
    return view;
  }

  /** Gets how many folders had all copies since its view changed; 0 if not all have. */
  synchronized int settled() {
    poll();
    return settled;
  }

  /** Gets the newest epoch in which this peer looks after a virtual computer; 0 if it never did. */
  synchronized long deployed(String computer) {
    poll();
    return deployed.getOrDefault(computer, 0L);
  }

  /** Gets the newest epoch in which this peer took a thread; 0 if it never did. */
  synchronized long epoch(String thread) {
    poll();
    return claimed.getOrDefault(thread, 0L);
  }

  private void poll() {
    if (!Files.exists(log)) {
      return;
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long length = file.length();
      byte[] fresh = new byte[(int) (length - read)];
      file.seek(read);
      file.readFully(fresh);
      read = length;
      String text = rest + new String(fresh, StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n') + 1;
      rest = text.substring(end);
      text.substring(0, end).lines().forEach(this::line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String line) {
    Matcher seen = VIEW.matcher(line);
    if (seen.find()) {
      view = Integer.parseInt(seen.group(1));
      settled = 0;
    }
    Matcher all = SETTLED.matcher(line);
    if (all.find()) {
      settled = Integer.parseInt(all.group(1));
    }
    Matcher taken = CLAIMED.matcher(line);
    if (taken.find()) {
      claimed.put(taken.group(1), Long.parseLong(taken.group(2)));
    }
    Matcher deployer = DEPLOYER.matcher(line);
    if (deployer.find()) {
      String epoch = deployer.group(2);
      deployed.put(deployer.group(1), epoch == null ? 1 : Long.parseLong(epoch));
    }
  }
}
