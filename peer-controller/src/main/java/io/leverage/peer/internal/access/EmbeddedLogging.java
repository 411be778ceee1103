package io.leverage.peer.internal.access;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.net.URL;

/**
 * How a peer inside a user's program logs where the program configures nothing: warnings only.
 * Logback asks it after it has looked for the program's own configuration, and before it would log
 * everything at DEBUG.
 */
@ConfiguratorRank(ConfiguratorRank.NOMINAL)
public final class EmbeddedLogging extends ContextAwareBase implements Configurator {
  private static final String CONFIGURATION = "/leverage-logback.xml";

  /** Called by logback, through the service loader. */
  public EmbeddedLogging() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    URL configuration = EmbeddedLogging.class.getResource(CONFIGURATION);
    if (configuration == null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    context.putProperty("leverage.log", System.getProperty("leverage.log", "WARN"));
    JoranConfigurator joran = new JoranConfigurator();
    joran.setContext(context);
    try {
      joran.doConfigure(configuration);
      return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    } catch (JoranException e) {
      addError("the default configuration of the logs is broken", e);
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
  }
}
