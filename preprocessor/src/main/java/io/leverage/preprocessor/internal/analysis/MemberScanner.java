package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import io.leverage.preprocessor.internal.parse.Attribution;
import io.leverage.preprocessor.internal.parse.ParsedFile;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds the bodies of a class's members; those of local classes can't be made resumable. */
final class MemberScanner {
  private final ParsedFile file;
  private final boolean local;
  private final Consumer<Body> bodies;

  MemberScanner(ParsedFile file, boolean local, Consumer<Body> bodies) {
    this.file = file;
    this.local = local;
    this.bodies = bodies;
  }

  void scan(TypeDeclaration<?> type) {
    if (!type.containsData(Attribution.KEY)) {
      // A class that was made up to hold a method's enum.
      type.getMembers().forEach(each -> scan((TypeDeclaration<?>) each));
      return;
    }
    TypeElement owner = (TypeElement) Attribution.of(type).element();
    if (owner == null) {
      throw new IllegalStateException("no element for type " + type.getNameAsString());
    }
    if (type instanceof EnumDeclaration constants) {
      constants.getEntries().forEach(entry -> constant(entry, owner));
    }
    members(type.getMembers(), owner);
  }

  void members(List<BodyDeclaration<?>> members, TypeElement owner) {
    for (BodyDeclaration<?> member : members) {
      if (member instanceof TypeDeclaration<?> nested) {
        new MemberScanner(file, LocalTypes.isPinned(nested), bodies).scan(nested);
      } else if (member instanceof MethodDeclaration method) {
        method(method, owner);
      } else if (member instanceof ConstructorDeclaration
          || member instanceof CompactConstructorDeclaration) {
        ExecutableElement element = (ExecutableElement) Attribution.of(member).element();
        body(new Body(BodyKind.CONSTRUCTOR, file, member, owner, element), member);
      } else if (member instanceof InitializerDeclaration) {
        body(new Body(BodyKind.INITIALIZER, file, member, owner, null), member);
      } else if (member instanceof FieldDeclaration field) {
        field.getVariables().forEach(variable -> variable(variable, owner));
      }
    }
  }

  private void method(MethodDeclaration method, TypeElement owner) {
    BodyKind kind = local ? BodyKind.LOCAL_CLASS_METHOD : BodyKind.METHOD;
    ExecutableElement element = (ExecutableElement) Attribution.of(method).element();
    body(new Body(kind, file, method, owner, element), method);
  }

  private void variable(VariableDeclarator variable, TypeElement owner) {
    variable
        .getInitializer()
        .ifPresent(
            value -> body(new Body(BodyKind.INITIALIZER, file, variable, owner, null), value));
  }

  private void constant(EnumConstantDeclaration constant, TypeElement owner) {
    Body arguments = new Body(BodyKind.INITIALIZER, file, constant, owner, null);
    constant.getArguments().forEach(argument -> new BodyScanner(arguments).scan(argument));
    bodies.accept(arguments);
    new MemberScanner(file, false, bodies).members(constant.getClassBody(), owner);
  }

  private void body(Body body, Node code) {
    new BodyScanner(body).scan(code);
    bodies.accept(body);
  }
}
