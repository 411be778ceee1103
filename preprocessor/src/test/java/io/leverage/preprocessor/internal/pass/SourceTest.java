package io.leverage.preprocessor.internal.pass;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.VarType;
import org.junit.jupiter.api.Test;

final class SourceTest {
  private final Source source = new Source();

  @Test
  void parsesWhatDependsOnTheLanguageLevel() {
    assertThat(source.statement("yield 1;")).isInstanceOf(YieldStmt.class);
    assertThat(source.member("int m(Object o) { return o instanceof P(int x) ? x : 0; }"))
        .isInstanceOf(MethodDeclaration.class);
    assertThat(source.statement("var x = 1;").findFirst(VarType.class)).isPresent();
  }
}
