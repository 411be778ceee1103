package io.leverage.peer.internal.work;

import java.util.List;

/**
 * A program's classes, and the codec that finds classes among them.
 *
 * @param loader its classes
 * @param codec reads and writes with that loader
 */
public record UserCode(ClassLoader loader, Codec codec) {
  /** Where user code comes from. */
  @FunctionalInterface
  public interface Source {
    /**
     * Loads a program.
     *
     * @param assemblies its jars, in class path order
     */
    UserCode load(List<String> assemblies);
  }
}
