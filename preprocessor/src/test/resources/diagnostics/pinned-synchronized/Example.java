class Example implements Runnable {
  private long total;

  @Override
  public void run() {
    synchronized (this) { //! pinned-synchronized
      while (total < 1_000_000) {
        total += 3;
      }
    }
  }
}
