class Example {
  int run() {
    enum Direction { NORTH, SOUTH } //! unsupported-syntax
    return Direction.values().length;
  }
}
