class Example {
  Example() {
    enum Direction { NORTH, SOUTH } //! unsupported-syntax
    assert Direction.values().length == 2;
  }
}
