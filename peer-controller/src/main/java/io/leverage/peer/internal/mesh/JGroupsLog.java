package io.leverage.peer.internal.mesh;

import org.jgroups.logging.CustomLogFactory;
import org.jgroups.logging.Log;
import org.jgroups.logging.LogFactory;
import org.jgroups.logging.Slf4jLogImpl;
import org.jgroups.protocols.TCP;
import org.jspecify.annotations.Nullable;

/**
 * JGroups' log over SLF4J, without its price: JGroups 5.5 formats each message before it asks
 * whether anybody wants it, which was a tenth of what a mesh of many peers did.
 */
final class JGroupsLog extends Slf4jLogImpl {
  private JGroupsLog(String name) {
    super(name);
  }

  /** Has JGroups use this log; called before its protocols are made. */
  static void use() {
    LogFactory.setCustomLogFactory(
        new CustomLogFactory() {
          @Override
          public Log getLog(Class<?> type) {
            Class<?> named = type == MeshTcp.class ? TCP.class : type; // who sets levels knows TCP
            return new JGroupsLog(named.getName());
          }

          @Override
          public Log getLog(String category) {
            return new JGroupsLog(category);
          }
        });
  }

  @Override
  public void trace(String format, @Nullable Object... arguments) {
    if (isTraceEnabled()) {
      super.trace(format, arguments);
    }
  }

  @Override
  public void debug(String format, @Nullable Object... arguments) {
    if (isDebugEnabled()) {
      super.debug(format, arguments);
    }
  }

  @Override
  public void warn(String format, @Nullable Object... arguments) {
    if (isWarnEnabled()) {
      super.warn(format, arguments);
    }
  }
}
