package io.leverage.preprocessor.internal.analysis;

/**
 * The kinds of code bodies. Methods, and most constructors, lambdas and method references, can be
 * captured.
 */
enum BodyKind {
  METHOD,
  CONSTRUCTOR,
  INITIALIZER,
  LAMBDA,
  METHOD_REFERENCE,
  LOCAL_CLASS_METHOD
}
