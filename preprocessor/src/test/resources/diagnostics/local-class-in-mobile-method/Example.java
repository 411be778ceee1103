import io.leverage.VirtualThread;

interface Example {
  default void run() {
    class Pair { //! local-class-in-mobile-method
      int left = 1;
    }
    Pair pair = new Pair();
    VirtualThread.checkpoint();
    VirtualThread.current().report(pair.left);
  }
}

class Task implements Example, Runnable {
  @Override
  public void run() {
    Example.super.run();
  }
}
