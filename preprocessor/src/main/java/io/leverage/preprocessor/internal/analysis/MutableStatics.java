package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.Position;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/** Warns of static fields that don't travel with the threads that use them, once per field. */
final class MutableStatics {
  private MutableStatics() {}

  static List<Diagnostic> find(Resumability resumability, Overrides overrides) {
    Set<VariableElement> seen = new HashSet<>();
    List<Diagnostic> found = new ArrayList<>();
    for (Body body : resumability.resumable()) {
      body.statics.forEach(
          (field, node) -> {
            if (overrides.classes().contains(field.getEnclosingElement()) && seen.add(field)) {
              Position begin = node.getBegin().orElse(Position.HOME);
              found.add(
                  DiagnosticId.MUTABLE_STATIC.at(
                      body.file().path(),
                      begin.line,
                      begin.column,
                      "the static field '"
                          + field.getSimpleName()
                          + "' can change and does not travel with the thread",
                      "make it final, a field of the task, or a GlobalVariable",
                      List.of(body.describe() + " uses it")));
            }
          });
    }
    return found;
  }
}
