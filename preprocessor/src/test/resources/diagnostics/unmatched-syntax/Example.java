class Example {
  void step() {}

  Object reference() {
    return (Runnable) this::step; //! unmatched-syntax
  }
}
