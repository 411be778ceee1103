package io.leverage.preprocessor.internal.parse;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The enums that methods declare. JavaParser can't read them there, so each is cut out of the text,
 * read by itself, and put into a member class, whose only purpose is its name. Like all generated
 * nodes that class has no attribution.
 */
final class LocalEnums {
  /** Where an enum is in the text. */
  record Place(int start, int end) {}

  private final String text;
  private final List<Place> places;

  LocalEnums(String text, List<Place> places) {
    this.text = text;
    this.places = places;
  }

  /** Gets the text with blanks for the enums. */
  String rest() {
    StringBuilder rest = new StringBuilder(text);
    places.forEach(place -> blank(rest, place.start(), place.end()));
    return rest.toString();
  }

  /**
   * Adds the enums to a tree.
   *
   * @param join attributes an enum
   * @return false if one can't be read
   */
  boolean addTo(
      CompilationUnit unit, JavaParser parser, TextLines lines, Consumer<TypeDeclaration<?>> join) {
    for (Place place : places) {
      StringBuilder alone = new StringBuilder(text);
      blank(alone, 0, place.start());
      blank(alone, place.end(), text.length());
      ParseResult<TypeDeclaration<?>> result = parser.parseTypeDeclaration(alone.toString());
      MethodDeclaration method =
          unit.findAll(MethodDeclaration.class).stream()
              .filter(each -> lines.start(each) < place.start() && place.end() < lines.end(each))
              .reduce((outer, inner) -> inner)
              .orElse(null);
      if (result.getResult().isEmpty()
          || method == null
          || !(method.getParentNode().orElse(null) instanceof TypeDeclaration<?> type)) {
        return false;
      }
      ClassOrInterfaceDeclaration holder = new ClassOrInterfaceDeclaration();
      holder.setName(name(method));
      holder.setModifiers(Modifier.Keyword.STATIC, Modifier.Keyword.FINAL);
      holder.addMember(result.getResult().get());
      join.accept((TypeDeclaration<?>) holder.getMember(0));
      type.addMember(holder);
    }
    return true;
  }

  private String name(MethodDeclaration method) {
    String wish = method.getNameAsString() + "$Enums";
    String name = wish;
    for (int i = 1; text.contains(name) || isTaken(method, name); i++) {
      name = wish + i;
    }
    return name;
  }

  private static boolean isTaken(MethodDeclaration method, String name) {
    return method
        .findCompilationUnit()
        .flatMap(
            unit ->
                unit.findFirst(
                    ClassOrInterfaceDeclaration.class, each -> each.getNameAsString().equals(name)))
        .isPresent();
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r') {
        text.setCharAt(i, ' ');
      }
    }
  }
}
