package program;

import java.util.concurrent.Callable;

/** A task that was not preprocessed. */
public final class Plain implements Callable<String> {
  @Override
  public String call() {
    return "plain";
  }
}
