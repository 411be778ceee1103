class Example implements Runnable {
  private static int rounds;

  @Override
  public void run() {
    while (rounds < 1_000) { //! mutable-static
      rounds++;
    }
  }
}
