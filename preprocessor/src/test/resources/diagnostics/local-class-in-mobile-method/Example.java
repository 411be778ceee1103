class Example implements Runnable {
  @Override
  public void run() {
    class Counter { //! local-class-in-mobile-method
      int count;
    }
    Counter counter = new Counter();
    while (counter.count < 1_000) {
      counter.count++;
    }
  }
}
