class Example {
  int count = "three"; //! java-error
}
