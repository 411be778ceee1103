package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;

/** The kinds of classes, by how a generated frame refers to an object of them. */
enum HostKind {
  /** The frame is a static class with a field of the class's type. */
  CLASS,
  /** The same; members of an interface are static and public without saying so. */
  INTERFACE,
  /**
   * An anonymous class, or the body of an enum constant, has no name: its frame is an inner class.
   */
  ANONYMOUS;

  static HostKind of(Node type) {
    if (!(type instanceof TypeDeclaration)) {
      return ANONYMOUS;
    }
    return (type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface())
        ? INTERFACE
        : CLASS;
  }
}
