package io.leverage.preprocessor.internal.analysis;

/** The kinds of code bodies. Only the first can be made resumable. */
enum BodyKind {
  METHOD,
  CONSTRUCTOR,
  INITIALIZER,
  LAMBDA,
  LOCAL_CLASS_METHOD
}
