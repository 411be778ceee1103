package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;

/**
 * Makes the monitor of a {@code synchronized} method a block of its body.
 *
 * <p>A frame that is captured lets go of its monitors, as the unwinding leaves their blocks; a
 * resume body enters the blocks again. The locks are locals of the frame.
 */
final class MonitorPass {
  private MonitorPass() {}

  // synchronized R m() { s } => R m() { synchronized (this) { s } }
  static void apply(Method method, String self) {
    if (!method.declaration().isSynchronized()) {
      return;
    }
    BlockStmt body = method.body();
    String monitor = method.declaration().isStatic() ? self + ".class" : "this";
    SynchronizedStmt region = Source.at(body, new SynchronizedStmt());
    region.setExpression(method.source().expression("%s", monitor));
    method.declaration().setBody(Source.at(body, new BlockStmt()));
    region.setBody(body);
    method.body().addStatement(region);
  }
}
