package io.leverage.peer.internal.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process, as {@code kill -9} does, at the crash point that a file names: for fault
 * campaigns, which write the file when they want it and see it gone when it took effect. The file
 * holds a step and how often it is to be passed: {@code CLAIMED 2}.
 */
public final class CrashFile implements CrashPoint {
  /** The system property with the file's path. */
  static final String PROPERTY = "leverage.crash.file";

  private static final Logger LOG = LoggerFactory.getLogger(CrashFile.class);
  private static final int KILLED = 137;

  private final Path file;
  private String order = "";
  private int passed;

  private CrashFile(Path file) {
    this.file = file;
  }

  /** Gets the crash points of this process: none, unless the property is set. */
  public static CrashPoint ofProcess() {
    String file = System.getProperty(PROPERTY);
    return file == null ? NONE : new CrashFile(Path.of(file));
  }

  @Override
  public synchronized void passed(String what, Step step) {
    try {
      if (due(Files.readString(file).strip(), step)) {
        LOG.warn("this process ends after {} of {}, as {} says", step, what, file);
        Files.delete(file);
        Runtime.getRuntime().halt(KILLED);
      }
    } catch (NoSuchFileException e) {
      order = ""; // the usual case: nothing is to happen
    } catch (IOException e) {
      LOG.warn("{} can't be read: {}", file, e.toString());
    }
  }

  private boolean due(String present, Step step) {
    if (!present.equals(order)) {
      order = present;
      passed = 0;
    }
    int space = present.indexOf(' ');
    return space > 0
        && present.substring(0, space).equals(step.name())
        && ++passed >= Integer.parseInt(present.substring(space + 1));
  }
}
