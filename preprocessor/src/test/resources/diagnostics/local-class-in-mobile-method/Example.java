import io.leverage.VirtualThread;

class Example implements Runnable {
  @Override
  public void run() {
    record Pair(int left, int right) {} //! local-class-in-mobile-method
    Pair pair = new Pair(1, 2);
    VirtualThread.checkpoint();
    VirtualThread.current().report(pair.left());
  }
}
