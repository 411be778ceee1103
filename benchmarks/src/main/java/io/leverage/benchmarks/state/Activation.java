package io.leverage.benchmarks.state;

import java.io.Serializable;

/** What a program that keeps its stack by hand would write for each frame. */
record Activation(Object task, int level, int sum, int doubled) implements Serializable {
  /** What it would write for the task. */
  record Task(int depth, byte[] payload) implements Serializable {}
}
