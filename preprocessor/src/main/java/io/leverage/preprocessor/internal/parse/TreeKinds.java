package io.leverage.preprocessor.internal.parse;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MatchAllPatternExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which kinds of javac's trees are the twins of which of JavaParser's nodes. */
final class TreeKinds {
  static final Set<Kind> METHOD = EnumSet.of(Kind.METHOD);
  static final Set<Kind> STATEMENT = EnumSet.of(Kind.EXPRESSION_STATEMENT);
  static final Set<Kind> NUMBER =
      EnumSet.of(Kind.INT_LITERAL, Kind.LONG_LITERAL, Kind.DOUBLE_LITERAL, Kind.FLOAT_LITERAL);
  static final Set<Kind> NAME = EnumSet.of(Kind.IDENTIFIER, Kind.MEMBER_SELECT);
  static final Set<Kind> ARRAY = EnumSet.of(Kind.NEW_ARRAY);
  static final Set<Kind> TYPE =
      EnumSet.of(
          Kind.IDENTIFIER,
          Kind.MEMBER_SELECT,
          Kind.PARAMETERIZED_TYPE,
          Kind.ARRAY_TYPE,
          Kind.PRIMITIVE_TYPE,
          Kind.ANNOTATED_TYPE,
          Kind.UNION_TYPE,
          Kind.INTERSECTION_TYPE);
  static final Set<Kind> TYPE_DECLARATION =
      EnumSet.of(Kind.CLASS, Kind.INTERFACE, Kind.ENUM, Kind.ANNOTATION_TYPE, Kind.RECORD);

  private static final Map<Class<?>, Set<Kind>> TWINS = new HashMap<>();

  static {
    twin(MethodCallExpr.class, Kind.METHOD_INVOCATION);
    twin(ObjectCreationExpr.class, Kind.NEW_CLASS);
    twin(NameExpr.class, Kind.IDENTIFIER);
    twin(FieldAccessExpr.class, Kind.MEMBER_SELECT);
    twin(MethodReferenceExpr.class, Kind.MEMBER_REFERENCE);
    twin(LambdaExpr.class, Kind.LAMBDA_EXPRESSION);
    twin(ConditionalExpr.class, Kind.CONDITIONAL_EXPRESSION);
    twin(CastExpr.class, Kind.TYPE_CAST);
    twin(InstanceOfExpr.class, Kind.INSTANCE_OF);
    twin(ArrayAccessExpr.class, Kind.ARRAY_ACCESS);
    twin(ArrayCreationExpr.class, Kind.NEW_ARRAY);
    twin(ArrayInitializerExpr.class, Kind.NEW_ARRAY);
    twin(EnclosedExpr.class, Kind.PARENTHESIZED);
    twin(SwitchExpr.class, Kind.SWITCH_EXPRESSION);
    twin(ThisExpr.class, Kind.IDENTIFIER, Kind.MEMBER_SELECT);
    twin(SuperExpr.class, Kind.IDENTIFIER, Kind.MEMBER_SELECT);
    twin(ClassExpr.class, Kind.MEMBER_SELECT);
    twin(IntegerLiteralExpr.class, Kind.INT_LITERAL);
    twin(LongLiteralExpr.class, Kind.LONG_LITERAL);
    twin(DoubleLiteralExpr.class, Kind.DOUBLE_LITERAL, Kind.FLOAT_LITERAL);
    twin(StringLiteralExpr.class, Kind.STRING_LITERAL);
    twin(TextBlockLiteralExpr.class, Kind.STRING_LITERAL);
    twin(CharLiteralExpr.class, Kind.CHAR_LITERAL);
    twin(BooleanLiteralExpr.class, Kind.BOOLEAN_LITERAL);
    twin(NullLiteralExpr.class, Kind.NULL_LITERAL);
    twin(TypePatternExpr.class, Kind.BINDING_PATTERN);
    TWINS.put(TypeExpr.class, TYPE);
    TWINS.put(BinaryExpr.class, kindsOf(BinaryTree.class));
    TWINS.put(UnaryExpr.class, kindsOf(UnaryTree.class));
    Set<Kind> assignments = kindsOf(CompoundAssignmentTree.class);
    assignments.add(Kind.ASSIGNMENT);
    TWINS.put(AssignExpr.class, assignments);
    // Newer than the oldest JDK that we run on.
    TWINS.put(RecordPatternExpr.class, kindsNamed("DECONSTRUCTION_PATTERN"));
    TWINS.put(MatchAllPatternExpr.class, kindsNamed("ANY_PATTERN"));
  }

  private TreeKinds() {}

  static Set<Kind> twinsOf(Node node) {
    return TWINS.getOrDefault(node.getClass(), Set.of());
  }

  private static void twin(Class<? extends Node> node, Kind first, Kind... others) {
    TWINS.put(node, EnumSet.of(first, others));
  }

  private static Set<Kind> kindsOf(Class<?> tree) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    Arrays.stream(Kind.values()).filter(k -> k.asInterface() == tree).forEach(kinds::add);
    return kinds;
  }

  private static Set<Kind> kindsNamed(String name) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    Arrays.stream(Kind.values()).filter(k -> k.name().equals(name)).forEach(kinds::add);
    return kinds;
  }
}
